import { ok } from '../../../engine/result.ts'
import { modelsOf } from '../../models/models-of.ts'
import type { ProductRow } from '../../models/product.ts'
import type { Change, Reading } from '../reading.ts'
import { type Outcome, problem } from '../record-problem.ts'
import { findRow, findRows } from '../rows.ts'
import { searchable } from '../search/fold.ts'
import { hasWords } from '../search/has-words.ts'
import { type Page, type PageQuery, readPage } from '../search/page.ts'
import { uniquely } from '../uniquely.ts'
import { insertNumbered } from '../write-record.ts'

/** Where a product comes from when it is not on stock: bought, made, or supplied by a partner (D3). */
export type ProductMode = 'purchase' | 'production' | 'supply'

export interface ProductValues {
  /** Unique among products. */
  readonly code: string
  readonly name: string
  readonly category: string | null
  /** Unit of its quantities: pcs, m, kg … */
  readonly unit: string
  readonly mode: ProductMode
}

export type Product = Omit<ProductRow, 'search' | 'sortKey'>

export const productColumns = ({ code, name, category, unit, mode }: ProductValues) => ({
  code,
  name,
  category,
  unit,
  mode,
  ...searchable(name, code, category),
})

/** Null when there is none. */
export async function getProduct(reading: Reading, id: number): Promise<Product | null> {
  const row = await findRow(reading, modelsOf(reading.sequelize).product, { where: { id } })
  return row && productOf(row)
}

/** Products by name. */
export async function listProducts(
  reading: Reading,
  query: PageQuery & { readonly search?: string },
): Promise<Page<Product>> {
  const order = { ...query, column: 'sortKey', descending: false } as const
  const page = await readPage(reading, modelsOf(reading.sequelize).product, hasWords(query.search), order)
  return { ...page, items: page.items.map(productOf) }
}

/** Fails with `product_code_taken`. Answers the id. */
export function createProduct(change: Change, product: ProductValues): Promise<Outcome<number>> {
  const { product: products } = modelsOf(change.sequelize)
  const insert = async () => ok(await insertNumbered(change, products, productColumns(product)))
  return withFreeCode(change, product.code, 0, insert)
}

async function withFreeCode<T>(
  change: Change,
  code: string,
  ownId: number,
  write: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const row = await findRow(change, modelsOf(change.sequelize).product, {
    where: { code },
    attributes: ['id', 'name'],
  })
  const taken = () =>
    problem('product_code_taken', `"${row?.name ?? 'Another product'}" already has the code ${code}.`, {
      code,
    })
  return row === null || row.id === ownId ? uniquely(write, taken) : taken()
}

/** Products by id, for lines whose deal is visible. */
export async function productsById(reading: Reading, ids: readonly number[]): Promise<Map<number, Product>> {
  const rows = await findRows(reading, modelsOf(reading.sequelize).product, {
    where: { id: [...new Set(ids)] },
  })
  return new Map(rows.map((row) => [row.id, productOf(row)]))
}

const productOf = ({ search: _search, sortKey: _sortKey, ...row }: ProductRow): Product => row
