import type { Order } from '../../../engine/ports/store.ts'
import type { SortRequest } from '../../contract/v2/search.ts'
import { ApiProblem } from '../../http/api-problem.ts'

/** Fields of the contract and the column that orders by them; null: every row has the same value. */
export type SortColumns<Row, F extends string> = Readonly<Partial<Record<F, (keyof Row & string) | null>>>

/** Orders of a query. 400 `sort_not_supported` for a field that the contract has and this table cannot order by. */
export function orderBy<Row, F extends string>(
  sort: readonly SortRequest<F>[],
  columns: SortColumns<Row, F>,
): Order<Row>[] {
  return sort.flatMap(({ field, order }) => {
    const column = columns[field]
    if (column === undefined) throw sortNotSupported(field, Object.keys(columns))
    return column === null ? [] : [{ column, descending: order === 'DESC' }]
  })
}

const sortNotSupported = (field: string, fields: readonly string[]) =>
  new ApiProblem(
    400,
    'sort_not_supported',
    `This search cannot be sorted by ${field}. It can be sorted by: ${fields.join(', ')}.`,
  )

type Readers<Item, F extends string> = Readonly<Record<F, (item: Item) => string | number | null>>

/** The same for items that are sorted here: absent values last, ties left as they are. */
export function sortItems<Item, F extends string>(
  items: readonly Item[],
  sort: readonly SortRequest<F>[],
  readers: Readers<Item, F>,
): Item[] {
  return [...items].sort((a, b) => {
    for (const { field, order } of sort) {
      const difference = compare(readers[field](a), readers[field](b), order === 'DESC' ? -1 : 1)
      if (difference !== 0) return difference
    }
    return 0
  })
}

function compare(a: string | number | null, b: string | number | null, direction: 1 | -1): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -direction : direction
}
