import type { ElementInstance } from '../state/instance-state.ts'
import { openWait, tableOf } from './project-waits.ts'
import { changeTask, type Projection } from './projection.ts'

/** Nothing is due, offered or waited for any more; tasks stay where people look for them, marked. [SU1] */
export function suspendRows(p: Projection): void {
  for (const instance of p.state.elements.values()) {
    markTask(p, instance, 1)
    if (instance.job) p.rows.update('jobs', p.instance, instance.job.key, { state: 'suspended' })
    for (const wait of instance.waits) {
      const table = tableOf(wait)
      if (table) p.rows.delete(table, p.instance, wait.key)
    }
  }
}

/** The rows that were there before, from the state: a lease that has not ended goes on. [SU3] */
export function resumeRows(p: Projection): void {
  for (const instance of p.state.elements.values()) {
    markTask(p, instance, 0)
    if (instance.job) {
      const state = instance.incident || instance.job.retries < 1 ? 'incident' : 'open'
      p.rows.update('jobs', p.instance, instance.job.key, { state })
    }
    for (const wait of instance.waits) openWait(p, instance.key, wait)
  }
}

function markTask(p: Projection, { task, key }: ElementInstance, suspended: 0 | 1): void {
  if (task) changeTask(p, key, { suspended })
}
