import type { Rule } from '../rule.ts'
import { once, spoken } from './facts.ts'

interface Side {
  readonly set: string
  readonly data: string
  readonly refs: string
  /** Lists that must be parts of `refs`. */
  readonly parts: readonly string[]
  readonly otherSide: string
}

const sides: readonly Side[] = [
  {
    set: 'inputSet',
    data: 'dataInput',
    refs: 'dataInputRefs',
    parts: ['optionalInputRefs', 'whileExecutingInputRefs'],
    otherSide: 'outputSetRefs',
  },
  {
    set: 'outputSet',
    data: 'dataOutput',
    refs: 'dataOutputRefs',
    parts: ['optionalOutputRefs', 'whileExecutingOutputRefs'],
    otherSide: 'inputSetRefs',
  },
]

/** For each kind of set, the data that some set beside their declaration lists. */
const listed = new Map(
  sides.map(({ set, refs }) => [
    set,
    once((files) => {
      const beside = files
        .all(set)
        .flatMap((one) => files.followAll(one, refs).filter(({ parent }) => parent === one.parent))
      return new Set(beside)
    }),
  ]),
)

/** For each set, the sets of the other side that it names. */
const named = once((files) => {
  const links = sides.flatMap(({ set, otherSide }) =>
    files.all(set).map((one) => [one, new Set(files.followAll(one, otherSide))] as const),
  )
  return new Map(links)
})

/** Sets of inputs and outputs of an activity, event or process. §10.4.1 */
export const dataSetRules: readonly Rule[] = sides.flatMap((side): Rule[] => [
  {
    code: 'data_in_no_set',
    section: '10.4.1',
    about: [side.data],
    remedy: `List it in a set (${side.refs}).`,
    breach: (data, files) =>
      data.parent?.name !== 'ioSpecification' || listed.get(side.set)?.(files).has(data)
        ? null
        : `${spoken(data)} is in no ${side.set}.`,
  },
  {
    code: 'set_with_data_of_another',
    section: '10.4.1',
    about: [side.set],
    remedy: 'List what is declared beside the set.',
    breach: (set, files) => {
      const other = files.followAll(set, side.refs).find((data) => data.parent !== set.parent)
      return other === undefined ? null : `${spoken(set)} lists ${spoken(other)} of another element.`
    },
  },
  ...side.parts.map(
    (part): Rule => ({
      code: 'set_part_not_listed',
      section: '10.4.1',
      about: [side.set],
      remedy: `List it in ${side.refs}, too.`,
      breach: (set, files) => {
        const whole = new Set(files.followAll(set, side.refs))
        const other = files.followAll(set, part).find((data) => !whole.has(data))
        return other === undefined
          ? null
          : `${spoken(set)} names ${spoken(other)} in ${part} and not in ${side.refs}.`
      },
    }),
  ),
  {
    code: 'sets_disagree',
    section: '10.4.1',
    about: [side.set],
    remedy: 'Let both sets name each other.',
    breach: (set, files) => {
      const other = files.followAll(set, side.otherSide).find((one) => !named(files).get(one)?.has(set))
      return other === undefined ? null : `${spoken(set)} names ${spoken(other)}, which does not name it.`
    },
  },
])
