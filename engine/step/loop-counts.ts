import type { ElementInstance } from '../state/instance-state.ts'

type LoopState = NonNullable<ElementInstance['loop']>

/**
 * The standard's instance attributes of a multi-instance activity (OMG BPMN 2.0.2, table 10.30).
 *
 * @param completing instances that are done with what is looked at, and not counted in the state yet
 */
export function loopCounts(
  { total, started, completed }: LoopState,
  completing: number,
): Readonly<Record<string, number | undefined>> {
  const counts = Object.create(null) as Record<string, number | undefined> // no prototype
  counts.numberOfInstances = total
  counts.numberOfActiveInstances = started - completed - completing
  counts.numberOfCompletedInstances = completed + completing
  counts.numberOfTerminatedInstances = 0
  return counts
}
