import { compileOne } from '../engine/testing/player.ts'
import { type Pattern, patterns } from './diagrams.ts'
import { processorClock } from './measuring/clock.ts'
import { compare, type Measuring } from './measuring/compare.ts'
import type { Figure } from './measuring/figure.ts'
import { rateOf } from './measuring/for-a-while.ts'
import { geometricMean } from './measuring/statistics.ts'
import { bpmnEngine, runThrough as runPeer } from './peers/bpmn-engine.ts'
import { runThrough } from './peers/kartabl.ts'
import { stepperPatterns } from './peers/stepper-patterns.ts'
import { completeToken, type Node, startTokens } from './peers/token-stepper.ts'

/** Goal 1: process instances per second of processor time in memory, every event made. */
export async function inMemory(measuring: Measuring): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [at, pattern] of patterns.entries())
    figures.push(...(await measurePattern(measuring, pattern, stepperPatterns[at]!)))
  return [...figures, ...means(figures)]
}

async function measurePattern(
  measuring: Measuring,
  pattern: Pattern,
  nodes: readonly Node[],
): Promise<Figure[]> {
  const { name, xml, userTask } = pattern
  const graph = await compileOne(xml)
  const create = await bpmnEngine(xml)
  const contenders = {
    ours: rateOf(() => runThrough(graph, userTask), processorClock),
    peer: rateOf(() => runPeer(create(), userTask), processorClock),
    bound: rateOf(() => runTokens(nodes), processorClock),
  }
  const compared = await compare(measuring, contenders, ['processor'])
  console.log(`in memory, ${name}: ${compared.remark}`)
  const figure = (against: string, reference: 'peer' | 'bound'): Figure => ({
    name: `in memory: ${name}, against ${against}`,
    ours: compared.rate('ours'),
    reference: compared.rate(reference),
    ratio: compared.ratio('ours', reference),
    goal: null,
    unit: 'instances/processor s',
    against,
  })
  return [figure(PEER, 'peer'), figure(BOUND, 'bound')]
}

const PEER = 'bpmn-engine'
const BOUND = 'token stepper'

const means = (figures: readonly Figure[]): Figure[] => [mean(figures, PEER, 500), mean(figures, BOUND, 0.02)]

function mean(figures: readonly Figure[], against: string, goal: number): Figure {
  const those = figures.filter((figure) => figure.against === against)
  return {
    name: `in memory: geometric mean, against ${against}`,
    ours: geometricMean(those.map(({ ours }) => ours)),
    reference: geometricMean(those.map(({ reference }) => reference)),
    ratio: geometricMean(those.map(({ ratio }) => ratio)),
    goal,
    unit: 'instances/processor s',
    against,
  }
}

function runTokens(nodes: readonly Node[]): void {
  const state = startTokens(nodes)
  for (const token of state.waiting.values()) completeToken(nodes, state, token)
  if (!state.ended) throw new Error('expected the token stepper to have ended')
}
