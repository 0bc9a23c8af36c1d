import type { Command } from '../../engine/state/command.ts'
import type { Wait } from '../../engine/state/instance-state.ts'
import { TRIGGERS } from '../preparing/supply-missing.ts'
import type { StepFailure } from '../running/contender.ts'
import { BY, give, own, rejected } from './give.ts'
import { setEverywhere } from './instance-variables.ts'
import { loadInstances, spotsIn } from './instances.ts'
import type { RunningEngine } from './running-engine.ts'

/** Fires the event that waits longest under this element, or starts the process that begins with it. */
export async function trigger(running: RunningEngine, element: string): Promise<StepFailure | null> {
  for (const { instance, at } of spotsIn(await loadInstances(running.engine))) {
    for (const wait of at.waits) {
      if (instance.graph.elements[wait.element]!.id !== element || wait.kind === 'happened') continue
      if (wait.kind === 'condition') return makeTrue(running, element)
      return give(running, instance.row.key, firing(at.key, wait))
    }
  }
  return startAt(running, element)
}

function firing(key: number, wait: Exclude<Wait, { kind: 'condition' | 'happened' }>): Command {
  const variables = own()
  switch (wait.kind) {
    case 'timer':
      return { type: 'fireTimer', key, timer: wait.key }
    case 'message':
      return { type: 'correlateMessage', key, subscription: wait.key, message: 0, variables }
    case 'signal':
      return { type: 'correlateSignal', key, subscription: wait.key, variables }
  }
}

/** A conditional event fires when its condition becomes true: true for a moment. */
async function makeTrue(running: RunningEngine, element: string): Promise<StepFailure | null> {
  const failure = await setEverywhere(running, { [TRIGGERS]: [element] })
  return failure ?? setEverywhere(running, { [TRIGGERS]: [] })
}

async function startAt(
  { engine, processes, started }: RunningEngine,
  element: string,
): Promise<StepFailure | null> {
  for (const id of processes) {
    const definition = (await engine.definitions.byId(id))!
    const graph = await engine.definitions.graph(definition.key)
    const found = graph.elements.find((one) => one.id === element)
    if (found?.type !== 'startEvent' || found.parent !== 0) continue
    const done = await engine.create({ process: { id }, variables: own(), startAt: [element] }, BY)
    if (!done.ok) return rejected(done.error)
    started.push(done.value.key)
    return null
  }
  return rejected({ code: 'not_waiting', message: `nothing waits at ${element}` })
}
