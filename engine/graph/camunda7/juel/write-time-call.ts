import type { Write } from './feel-access.ts'
import { type FeelPart, levels, value } from './feel-part.ts'
import type { JuelCall, JuelNode } from './juel-node.ts'
import { JuelStop } from './juel-stop.ts'

type Unit = readonly [before: string, letter: string, times: number]

/** How a duration is written, by the word in `plusDays`; weeks are days. */
const units: ReadonlyMap<string, Unit> = new Map([
  ['Years', ['P', 'Y', 1]],
  ['Months', ['P', 'M', 1]],
  ['Weeks', ['P', 'D', 7]],
  ['Days', ['P', 'D', 1]],
  ['Hours', ['PT', 'H', 1]],
  ['Minutes', ['PT', 'M', 1]],
  ['Seconds', ['PT', 'S', 1]],
])

/** `now()`, `dateTime()`, and methods of what these yield. */
export const isTime = ({ of, name, args }: JuelCall): boolean =>
  of === null
    ? args.length === 0 && (name === 'now' || name === 'dateTime')
    : of.kind === 'call' && isTime(of)

/** @throws JuelStop */
export function writeTimeCall({ of, name, args }: JuelCall, write: Write): FeelPart {
  if (of === null) return value('now()')
  const moment = write(of)
  if (name === 'toDate' && args.length === 0) return moment
  if (name === 'toString' && args.length === 0) return value(`string(${moment.text})`)
  const [, sign, word = ''] = /^(plus|minus)([A-Z][a-z]+)$/.exec(name) ?? []
  const unit = units.get(word)
  const [amount] = args
  if (unit === undefined || amount === undefined || args.length > 1)
    throw new JuelStop(`the method ${name}(…) of a moment is not known`)
  const duration = `duration(${amountOf(amount, unit, write)})`
  return { text: `${moment.text} ${sign === 'plus' ? '+' : '-'} ${duration}`, level: levels.sum }
}

function amountOf(amount: JuelNode, [before, letter, times]: Unit, write: Write): string {
  if (amount.kind === 'literal' && typeof amount.value === 'number')
    return `"${before}${amount.value * times}${letter}"`
  const { text } = write(amount)
  return `"${before}" + string(${times === 1 ? text : `(${text}) * ${times}`}) + "${letter}"`
}
