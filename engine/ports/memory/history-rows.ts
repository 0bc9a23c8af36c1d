import type { Rows } from '../rows.ts'
import type { Condition } from '../store.ts'
import { MemoryRows, type Place } from './memory-rows.ts'

type HistoryRow = Rows['history']
type Where = readonly Condition<HistoryRow>[]

/** History, also by instance: the end of one is read without looking at all that ever happened. */
export class HistoryRows extends MemoryRows<HistoryRow> {
  readonly #ofInstance = new Map<number, HistoryRow[]>()

  override set(place: Place, row: HistoryRow): void {
    this.#forget(place)
    super.set(place, row)
    const rows = this.#ofInstance.get(row.instance)
    if (rows) rows.splice(firstAfter(rows, row.seq), 0, row)
    else this.#ofInstance.set(row.instance, [row])
  }

  override delete(place: Place): void {
    this.#forget(place)
    super.delete(place)
  }

  override candidates(where: Where): Iterable<HistoryRow> {
    const instance = numberIn(where, 'instance', '=')
    if (instance === undefined) return super.candidates(where)
    const rows = this.#ofInstance.get(instance) ?? []
    const after = numberIn(where, 'seq', '>')
    return after === undefined ? rows : rows.slice(firstAfter(rows, after))
  }

  #forget(place: Place): void {
    const row = this.get(place)
    const rows = row && this.#ofInstance.get(row.instance)
    if (row && rows) rows.splice(firstAfter(rows, row.seq) - 1, 1)
  }
}

function numberIn(where: Where, column: 'instance' | 'seq', is: '=' | '>'): number | undefined {
  for (const one of where)
    if ('column' in one && one.column === column && one.is === is) return Number(one.value)
  return undefined
}

/** Place of the first row with a higher number. Rows mostly come in order, so the end is tried first. */
function firstAfter(rows: readonly HistoryRow[], seq: number): number {
  if (rows.length === 0 || rows[rows.length - 1]!.seq <= seq) return rows.length
  let low = 0
  let high = rows.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (rows[middle]!.seq > seq) high = middle
    else low = middle + 1
  }
  return low
}
