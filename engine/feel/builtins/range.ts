import type { Machine } from '../machine.ts'
import { compareValues } from '../values/compare-values.ts'
import { FeelRange } from '../values/feel-range.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { rangeFromText } from '../values/range-from-text.ts'
import type { Builtin, Overload, Parameter } from './builtin.ts'
import { define, takes } from './define.ts'
import { range, some, text } from './parameters.ts'

/** A point is the closed range from itself to itself, so that one rule covers points and ranges. */
const asRange = (value: FeelValue): FeelRange =>
  value instanceof FeelRange ? value : new FeelRange(value, value, true, true)

/** Up to eight comparisons of ends. */
const RELATION_STEPS = 12

type Relation = (a: FeelRange, b: FeelRange) => boolean | null

const order = (a: FeelValue, b: FeelValue): number => compareValues(a, b) ?? Number.NaN

/** Null when ends cannot be compared. */
const decided = (a: FeelRange, b: FeelRange, answer: boolean): boolean | null =>
  Number.isNaN(order(a.start, b.start)) || Number.isNaN(order(a.end, b.end)) ? null : answer

const isBefore = (a: FeelRange, b: FeelRange): boolean =>
  order(a.end, b.start) < 0 || (order(a.end, b.start) === 0 && !(a.endIncluded && b.startIncluded))
const startsAtOrBefore = (a: FeelRange, b: FeelRange): boolean =>
  order(a.start, b.start) < 0 || (order(a.start, b.start) === 0 && (a.startIncluded || !b.startIncluded))
const endsAtOrAfter = (a: FeelRange, b: FeelRange): boolean =>
  order(a.end, b.end) > 0 || (order(a.end, b.end) === 0 && (a.endIncluded || !b.endIncluded))
const sameStart = (a: FeelRange, b: FeelRange): boolean =>
  order(a.start, b.start) === 0 && a.startIncluded === b.startIncluded
const sameEnd = (a: FeelRange, b: FeelRange): boolean =>
  order(a.end, b.end) === 0 && a.endIncluded === b.endIncluded

const before: Relation = (a, b) => decided(a, b, isBefore(a, b))
const meets: Relation = (a, b) =>
  decided(a, b, order(a.end, b.start) === 0 && a.endIncluded && b.startIncluded)
const overlaps: Relation = (a, b) => decided(a, b, !isBefore(a, b) && !isBefore(b, a))
const overlapsBefore: Relation = (a, b) =>
  decided(a, b, startsAtOrBefore(a, b) && !sameStart(a, b) && !isBefore(a, b) && endsAtOrAfter(b, a))
const finishes: Relation = (a, b) => decided(a, b, sameEnd(a, b) && startsAtOrBefore(b, a))
const includes: Relation = (a, b) => decided(a, b, startsAtOrBefore(a, b) && endsAtOrAfter(a, b))
const starts: Relation = (a, b) => decided(a, b, sameStart(a, b) && endsAtOrAfter(b, a))
const coincides: Relation = (a, b) => decided(a, b, sameStart(a, b) && sameEnd(a, b))
const flip =
  (relation: Relation): Relation =>
  (a, b) =>
    relation(b, a)

function relates(a: Parameter<FeelValue>, b: Parameter<FeelValue>, relation: Relation): Overload {
  return takes([a, b], (machine: Machine, x, y) => {
    machine.spend(RELATION_STEPS)
    return relation(asRange(x), asRange(y))
  })
}

/** Between points and ranges in any mixture. */
const ofAll = (name: string, relation: Relation): Builtin =>
  define(
    name,
    relates(range('range1'), range('range2'), relation),
    relates(range('range'), some('point'), relation),
    relates(some('point'), range('range'), relation),
    relates(some('point1'), some('point2'), relation),
  )

const ofRanges = (name: string, relation: Relation): Builtin =>
  define(name, relates(range('range1'), range('range2'), relation))

const ofPointAndRange = (name: string, relation: Relation): Builtin =>
  define(
    name,
    relates(some('point'), range('range'), relation),
    relates(range('range1'), range('range2'), relation),
  )

const ofRangeAndPoint = (name: string, relation: Relation): Builtin =>
  define(
    name,
    relates(range('range'), some('point'), relation),
    relates(range('range1'), range('range2'), relation),
  )

export const rangeBuiltins = [
  ofAll('before', before),
  ofAll('after', flip(before)),
  ofRanges('meets', meets),
  ofRanges('met by', flip(meets)),
  ofRanges('overlaps', overlaps),
  ofRanges('overlaps before', overlapsBefore),
  ofRanges('overlaps after', flip(overlapsBefore)),
  ofPointAndRange('finishes', finishes),
  ofRangeAndPoint('finished by', flip(finishes)),
  ofRangeAndPoint('includes', includes),
  ofPointAndRange('during', flip(includes)),
  ofPointAndRange('starts', starts),
  ofRangeAndPoint('started by', flip(starts)),
  ofAll('coincides', coincides),
  define(
    'range',
    takes([text('from')], (machine, from) => {
      machine.spend(40)
      return rangeFromText(from)
    }),
  ),
]
