import type { Contact as ContactRecord, Party as PartyRecord } from '../../db/records/party/party.ts'
import type { Product as ProductRecord } from '../../db/records/product/product.ts'
import type { ProductPrice } from '../../db/records/product/product-price.ts'
import type { Contact, Party, Product } from '../contract/index.ts'
import type { Services } from '../services.ts'
import { time } from './shapes.ts'

export const presentParty = async (
  { directory }: Pick<Services, 'directory'>,
  row: PartyRecord,
): Promise<Party> => ({
  id: String(row.id),
  version: row.version,
  name: row.name,
  kinds: [...row.kinds],
  industry: row.industry,
  region: row.region,
  taxId: row.taxId,
  responsible: await directory.person(row.responsibleId),
  createdAt: time(row.createdAt),
  updatedAt: time(row.updatedAt),
})

export const presentContact = ({ id, name, position, email, phone }: ContactRecord): Contact => ({
  id: String(id),
  name,
  position,
  email,
  phone,
})

export const presentProduct = (row: ProductRecord, price: ProductPrice | undefined): Product => ({
  id: String(row.id),
  version: row.version,
  code: row.code,
  name: row.name,
  category: row.category,
  unit: row.unit,
  price: price === undefined ? null : { amount: price.amount, currency: price.currency },
  createdAt: time(row.createdAt),
  updatedAt: time(row.updatedAt),
})
