import type { Key } from '../../engine/index.ts'
import type { BatchItemRow, BatchOperationRow } from '../../engine/ports/rows.ts'
import type { RowReader } from '../../engine/ports/store.ts'

export interface Progress {
  readonly active: number
  readonly completed: number
  readonly failed: number
}

/** By the index of items, so that nothing has to be written twice while they are worked. */
export async function countItems(rows: RowReader, batch: Key): Promise<Progress> {
  const count = (state: BatchItemRow['state']) =>
    rows.count('batchItems', [
      { column: 'batch', is: '=', value: batch },
      { column: 'state', is: '=', value: state },
    ])
  const [active, completed, failed] = [await count('active'), await count('completed'), await count('failed')]
  return { active, completed, failed }
}

/** How far a batch has come; that of an ended one is settled. */
export async function progressOf(
  rows: RowReader,
  batch: BatchOperationRow,
): Promise<Pick<Progress, 'completed' | 'failed'>> {
  return batch.state === 'completed' || batch.state === 'canceled' ? batch : countItems(rows, batch.key)
}
