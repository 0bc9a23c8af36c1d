import type { ActionOf } from '../pack/pack.ts'
import { DECISIONS } from '../preparing/decide-flows.ts'
import type { StepFailure } from '../running/contender.ts'
import { BY, give, own, rejected } from './give.ts'
import { decidedFlows } from './instance-variables.ts'
import { loadInstances } from './instances.ts'
import type { RunningEngine } from './running-engine.ts'

/** A process that only events begin is begun at its first start event when nothing else is asked for. */
export async function start(
  running: RunningEngine,
  { process, variables, startEvent }: ActionOf<'start'>,
): Promise<StepFailure | null> {
  const { engine, casework, started } = running
  const id = process ?? running.processes[0] ?? ''
  const decisions = casework.decided.size > 0 ? own({ [DECISIONS]: decidedFlows(running) }) : own()
  const begin = (startAt: readonly string[]) =>
    engine.create({ process: { id }, variables: own({ ...variables, ...decisions }), startAt }, BY)
  let done = await begin(startEvent === undefined ? [] : [startEvent])
  if (!done.ok && done.error.code === 'no_none_start_event' && startEvent === undefined) {
    const first = await firstStartEvent(running, id)
    if (first !== undefined) done = await begin([first])
  }
  if (!done.ok) return rejected(done.error)
  started.push(done.value.key)
  return null
}

async function firstStartEvent({ engine }: RunningEngine, process: string): Promise<string | undefined> {
  const definition = await engine.definitions.byId(process)
  const graph = definition && (await engine.definitions.graph(definition.key))
  return graph?.elements.find(({ type, parent }) => type === 'startEvent' && parent === 0)?.id
}

export async function cancelInstances(running: RunningEngine): Promise<StepFailure | null> {
  for (const { row } of await loadInstances(running.engine)) {
    if (row.status !== 'active' || row.parent !== 0) continue
    const failure = await give(running, row.key, { type: 'cancelInstance' })
    if (failure) return failure
  }
  return null
}
