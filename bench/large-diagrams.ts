import { compile } from '../engine/graph/compile.ts'
import { parse } from '../engine/model/parse.ts'
import { diagram } from '../engine/testing/diagram.ts'
import { compileOne } from '../engine/testing/player.ts'
import { processorClock } from './measuring/clock.ts'
import { compare, type Measuring } from './measuring/compare.ts'
import { costs, type Figure } from './measuring/figure.ts'
import { type Rate, rateOf } from './measuring/for-a-while.ts'
import { runThrough } from './peers/kartabl.ts'

/** Choices, and the elements with the sequence flows between them that they come to; more than 5,000 are not deployed. */
const SIZES = { 12: 1, 102: 11, 993: 110, 2253: 250, 4998: 555 } as const
/** With 1,002 elements, the flows not counted. */
const NAMED = 2_253
type Size = `${keyof typeof SIZES}`

/** Milliseconds. */
const LIMIT = 50
/** What a straight line allows, and half of it again for caches that grow too small. */
const STRAIGHT = 1.5

/** Compiling a parsed diagram, and running through it, cost as much per element however large it is. */
export async function largeDiagrams(measuring: Measuring): Promise<Figure[]> {
  const compiling = await ofEverySize(measuring, 'compiling', async (xml) => {
    const model = await parse(xml)
    if (!model.ok) throw new Error(JSON.stringify(model.error))
    return rateOf(() => void compile(model.value), processorClock)
  })
  const running = await ofEverySize(measuring, 'running', async (xml) => {
    const graph = await compileOne(xml)
    return rateOf(() => runThrough(graph, undefined), processorClock)
  })
  return [
    costs({
      name: 'compiling a parsed diagram of 1,002 elements and 1,251 flows',
      ours: compiling.milliseconds(`${NAMED}`),
      reference: LIMIT,
      goal: 1,
      unit: 'processor ms',
      against: 'the limit',
    }),
    ...compiling.growth,
    ...running.growth,
  ]
}

async function ofEverySize(
  measuring: Measuring,
  doing: string,
  rateFor: (xml: string) => Promise<Rate>,
): Promise<{ milliseconds(size: Size): number; readonly growth: Figure[] }> {
  const rates = {} as Record<Size, Rate> // filled for every size below
  for (const [size, choices] of Object.entries(SIZES))
    rates[size as Size] = await rateFor(withChoices(choices))
  const compared = await compare(measuring, rates, ['processor'])
  console.log(`${doing} large diagrams: ${compared.remark}`)
  const growth = (from: Size, to: Size): Figure =>
    costs({
      name: `${doing}: cost per element at ${Number(to).toLocaleString('en')}, against ${Number(from).toLocaleString('en')}`,
      // Rates are of whole diagrams.
      ours: (compared.ratio(from, to) * Number(from)) / Number(to),
      reference: STRAIGHT,
      goal: 1,
      unit: 'cost per element',
      against: 'a straight line, and half of it again',
    })
  return {
    milliseconds: (size) => 1_000 / compared.rate(size),
    growth: [growth('12', '102'), growth('102', '993'), growth('993', '4998')],
  }
}

/** Start, end, and between them choices, each with a script on one way and a task on the other. */
function withChoices(count: number): string {
  let to = diagram('large').start()
  for (let at = 1; at <= count; at++)
    to = to
      .exclusive(`choice${at}`)
      .from(`choice${at}`, { when: '=1 < 2' })
      .scriptTask(`script${at}`, '=1 + 1', 'result')
      .exclusive(`merge${at}`)
      .from(`choice${at}`, { isDefault: true })
      .task(`task${at}`)
      .to(`merge${at}`)
      .from(`merge${at}`)
  return to.end().toXml()
}
