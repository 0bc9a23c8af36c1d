import type { Values } from '../../../api/contract/index.ts'
import { currencyOf, type Field, type FieldContext, isMoney } from '../../../forms/index.ts'

/**
 * What a chosen record brings into the other cells of its row: each column gets what the look-up knows under the
 * column's own key (a product's `unit` and `price`). A price of another currency than the column's is left out.
 */
export function broughtValues(
  columns: readonly Field[],
  extra: Values,
  context: FieldContext,
): { column: Field; value: unknown }[] {
  return columns.flatMap((column): { column: Field; value: unknown }[] => {
    const found = extra[column.key]
    if (found === undefined || found === null || column.kind === 'lookup') return []
    if (column.kind !== 'money') return [{ column, value: found }]
    const money = isMoney(found) ? found : { amount: String(found), currency: String(extra.currency ?? '') }
    const expected = currencyOf(column.settings, context)
    return isMoney(money) && (expected === null || expected === money.currency)
      ? [{ column, value: money }]
      : []
  })
}
