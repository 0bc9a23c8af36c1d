import { encodeEvents } from '../state/event-codec.ts'
import { isLarge } from '../state/snapshot-mark.ts'
import { incidentsMore } from './incidents-more.ts'
import { saveState } from './large/save-state.ts'
import { type InstanceRow, type Loaded, revisionAfter } from './loaded.ts'
import type { WorkContext } from './work-context.ts'

const NO_PARENT = { instance: 0, elementInstance: 0 }

/** Writes the row of an instance to which something happened, and its history. */
export function saveInstance({ tx, now, by, nextKey }: WorkContext, instance: Loaded): void {
  const { key, row, state, events } = instance
  const seq = revisionAfter(instance)
  const history = encodeEvents(key, events)
  const stored = saveState({ tx, state, seq, stored: row?.state ?? '', written: history.length, nextKey })
  if (instance.live)
    instance.live = isLarge(stored) ? { state, mark: stored.state, revision: seq, isCommitted: false } : null
  const changing = {
    definition: state.definition,
    revision: seq,
    status: state.status,
    suspended: Number(state.suspended),
    endedAt: state.status === 'active' ? null : now,
    incidents: (row?.incidents ?? 0) + incidentsMore(events),
    ...stored,
  }
  if (row) {
    tx.update('instances', key, withoutUnchanged(changing, row), { revision: row.revision })
  } else {
    const { instance: parent, elementInstance: parentElement } = state.parent ?? NO_PARENT
    tx.insert('instances', { key, startedAt: now, parent, parentElement, startedBy: by, ...changing })
  }
  tx.insert('history', { instance: key, seq, at: now, by, events: history })
}

/** Columns that did not change are not written: SQLite would also renew the indexes that have them. */
function withoutUnchanged(changing: Partial<InstanceRow>, row: InstanceRow): Partial<InstanceRow> {
  const changed: Partial<Record<keyof InstanceRow, InstanceRow[keyof InstanceRow]>> = {}
  for (const column of Object.keys(changing) as (keyof InstanceRow)[]) // of an object literal
    if (changing[column] !== row[column]) changed[column] = changing[column]
  return changed as Partial<InstanceRow> // the same columns with the same values
}
