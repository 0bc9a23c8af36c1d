import { compileOne } from '../engine/testing/player.ts'
import { fortyActivities, oneTask, tenActivities, type Waiting } from './diagrams.ts'
import { processorClock } from './measuring/clock.ts'
import { compare, type Measuring } from './measuring/compare.ts'
import { costs, type Figure } from './measuring/figure.ts'
import { rateOf } from './measuring/for-a-while.ts'
import { bpmnEngine, durableStep as peerStep, waitingState } from './peers/bpmn-engine.ts'
import { durableStep, waitingInstance } from './peers/kartabl.ts'

/** Goal 2: what one step of a stored instance costs the processor: parse, resume, complete, serialise. */
export async function durableStepCost(measuring: Measuring): Promise<Figure[]> {
  return [
    await againstPeer(measuring, oneTask, null),
    await againstPeer(measuring, tenActivities, 200),
    await againstPeer(measuring, fortyActivities, 300),
    await growth(measuring),
  ]
}

async function againstPeer(measuring: Measuring, waiting: Waiting, goal: number | null): Promise<Figure> {
  const create = await bpmnEngine(waiting.xml)
  const state = waitingState(create, waiting)
  const compared = await compare(
    measuring,
    {
      ours: await ourStep(waiting),
      peer: rateOf(() => peerStep(create, state, waiting.waiting), processorClock),
    },
    ['processor'],
  )
  const name = `durable step: ${waiting.name}`
  console.log(`${name}: ${compared.remark}`)
  return {
    name,
    ours: compared.rate('ours'),
    reference: compared.rate('peer'),
    ratio: compared.ratio('ours', 'peer'),
    goal,
    unit: 'steps/processor s',
    against: 'bpmn-engine getState/recover',
  }
}

async function growth(measuring: Measuring): Promise<Figure> {
  const compared = await compare(
    measuring,
    { ten: await ourStep(tenActivities), forty: await ourStep(fortyActivities) },
    ['processor'],
  )
  const name = 'durable step: cost at 40 activities, nested, ≤ 1.3 × cost at 10'
  console.log(`${name}: ${compared.remark}`)
  return costs({
    name,
    ours: compared.ratio('ten', 'forty'),
    reference: 1,
    goal: 1 / 1.3,
    unit: 'cost of a step',
    against: 'a step at 10 activities',
  })
}

async function ourStep(waiting: Waiting) {
  const graph = await compileOne(waiting.xml)
  const stored = waitingInstance(graph, waiting)
  return rateOf(() => durableStep(graph, stored), processorClock)
}
