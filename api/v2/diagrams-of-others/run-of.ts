import { AT_ONCE, id } from '../testing/deploy-diagrams.ts'
import type { Driving } from './deeds.ts'
import type { Run } from './way.ts'

/** What became of an instance. One that still waits is canceled, so that it does not meddle with the next run. */
export async function runOf({ designer, way, deeds }: Driving, process: string, key: string): Promise<Run> {
  const processInstanceKey = id<never>(key)
  const { state } = await designer.getProcessInstance({ processInstanceKey }, AT_ONCE)
  const told = { way: way.name, process, deeds: [...deeds] }
  const { items = [] } = await designer.searchElementInstances({ filter: { processInstanceKey } }, AT_ONCE)
  if (state === 'COMPLETED') {
    const ends = items.filter(({ type, state }) => type === 'END_EVENT' && state === 'COMPLETED')
    return { ...told, state: 'ended', at: [...new Set(ends.map(({ elementId }) => elementId))].sort() }
  }
  const waiting = items.filter(({ type, state }) => type !== 'PROCESS' && state === 'ACTIVE')
  const incidents = await designer.searchProcessInstanceIncidents({ processInstanceKey }, AT_ONCE)
  const why = (incidents.items ?? []).map(({ errorMessage = '' }) => errorMessage)
  if (state === 'ACTIVE') await designer.cancelProcessInstance({ processInstanceKey })
  return { ...told, state: 'waits', at: [...waiting.map(({ elementId }) => elementId), ...why] }
}
