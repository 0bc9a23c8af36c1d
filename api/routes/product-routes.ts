import { z } from 'zod'
import { getProduct, listProducts } from '../../db/records/product/product.ts'
import { pricesAt } from '../../db/records/product/product-price.ts'
import { Product, ProductList, RecordId, RecordQuery } from '../contract/index.ts'
import { notFound } from '../http/api-problem.ts'
import { type Route, route } from '../http/route.ts'
import { presentProduct } from '../presenters/parties.ts'
import type { Services } from '../services.ts'

/** What is sold, with the main price list's price of today. */
export function productRoutes({ reading, now }: Services): Route[] {
  const pricesOf = (ids: readonly number[]) => pricesAt(reading, ids, 'b1', now())

  const list = route({
    method: 'get',
    path: '/api/records/products',
    tag: 'Records',
    summary: 'Products by name',
    access: 'record.read',
    query: RecordQuery,
    answer: ProductList,
    async handle({ query }) {
      const page = await listProducts(reading, query)
      const prices = await pricesOf(page.items.map((row) => row.id))
      return { ...page, items: page.items.map((row) => presentProduct(row, prices.get(row.id))) }
    },
  })

  const detail = route({
    method: 'get',
    path: '/api/records/products/{id}',
    tag: 'Records',
    summary: 'A product',
    access: 'record.read',
    params: z.object({ id: RecordId }),
    answer: Product,
    problems: { 404: 'product_not_found' },
    async handle({ params: { id } }) {
      const row = await getProduct(reading, Number(id))
      if (row === null) throw notFound('product', id)
      return presentProduct(row, (await pricesOf([row.id])).get(row.id))
    },
  })

  return [list, detail]
}
