import { type FeelExpression, toJson } from '../../engine/feel/index.ts'
import type { FieldContext } from '../rules/field-context.ts'
import { ruleFuel } from '../rules/rule.ts'
import type { ComponentReader } from '../schema/component-reader.ts'
import type { Labelled } from '../texts/label-of.ts'
import { asJson, isObject, type JsonObject, own } from '../values/json-value.ts'
import { valueless } from './valueless.ts'

export interface TableColumn extends Labelled {
  readonly key: string
}

export interface TableSettings {
  /** Yields the rows; null when it is broken, which is reported. */
  readonly source: FeelExpression | null
  /** Columns of the schema; empty when `columnsExpression` yields them. */
  readonly columns: readonly TableColumn[]
  readonly columnsExpression: FeelExpression | null
  /** Rows on one page, null for all. */
  readonly rowCount: number | null
}

const maximumRows = 1_000

/** Rows of a variable, to read only. */
export const table = valueless('table', (reader): TableSettings => {
  const columnsExpression = reader.text('columnsExpression')
  return {
    source: reader.expression('dataSource', reader.text('dataSource') ?? reader.text('id') ?? 'null'),
    columns: columnsExpression === null ? parseColumns(reader) : [],
    columnsExpression:
      columnsExpression === null ? null : reader.expression('columnsExpression', columnsExpression),
    rowCount: reader.count('rowCount', reader.at('rowCount')),
  }
})

/** What the table shows at this moment, at most 1,000 rows. */
export function tableContent(
  settings: TableSettings,
  context: FieldContext,
): { columns: readonly TableColumn[]; rows: readonly JsonObject[] } {
  const rows = listOf(settings.source, context).slice(0, maximumRows)
  const columns = settings.columns.length > 0 ? settings.columns : dynamicColumns(settings, context)
  return { columns, rows: rows.map((row) => asJson(row)).filter(isRow) }
}

const isRow = (row: unknown): row is JsonObject => isObject(row)

const dynamicColumns = (settings: TableSettings, context: FieldContext): TableColumn[] =>
  listOf(settings.columnsExpression, context).flatMap((item) => {
    const key = own(item, 'key')
    const label = own(item, 'label')
    if (typeof key !== 'string') return []
    return [
      {
        key,
        name: key,
        texts: { label: { base: typeof label === 'string' ? [label] : null, byLanguage: new Map() } },
      },
    ]
  })

function listOf(expression: FeelExpression | null, context: FieldContext): readonly unknown[] {
  const result = expression?.evaluate(context.lookup, { ...context, fuel: ruleFuel })
  const list = result?.ok ? toJson(result.value) : null
  return Array.isArray(list) ? list : []
}

function parseColumns(reader: ComponentReader): TableColumn[] {
  const columns = reader.at('columns') ?? []
  if (Array.isArray(columns)) return columns.flatMap((item) => parseColumn(reader, item))
  reader.invalid('columns', 'a list of { key, label }', columns)
  return []
}

function parseColumn(reader: ComponentReader, item: unknown): TableColumn[] {
  const key = own(item, 'key')
  if (typeof key === 'string' && key !== '')
    return [{ key, name: key, texts: { label: reader.localText(`column:${key}`, own(item, 'label')) } }]
  reader.invalid('columns', 'columns with a key', item)
  return []
}
