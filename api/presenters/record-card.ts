import { modelsOf } from '../../db/models/models-of.ts'
import { listLostReasons } from '../../db/records/opportunity/lost-reason.ts'
import {
  getOpportunity,
  type OpportunityItem as ItemRecord,
  type Opportunity,
  type OpportunityHead,
} from '../../db/records/opportunity/opportunity.ts'
import { partyNames } from '../../db/records/party/party.ts'
import { findRow, findRows } from '../../db/records/rows.ts'
import type { Contact, OpportunityItem, OpportunityRow, RecordCard } from '../contract/index.ts'
import type { Services } from '../services.ts'
import { time } from './shapes.ts'

type Part = Pick<Services, 'reading' | 'directory'>

/** A deal as a row of a list. */
export async function presentOpportunity(
  { directory }: Part,
  row: OpportunityHead,
  partyName: string,
): Promise<OpportunityRow> {
  return {
    id: String(row.id),
    version: row.version,
    number: row.number,
    title: row.title,
    party: { id: String(row.partyId), name: partyName },
    owner: await directory.person(row.ownerId),
    currency: row.currency,
    stage: row.stage,
    result: row.result,
    total: { amount: row.total, currency: row.currency },
    createdAt: time(row.createdAt),
    updatedAt: time(row.updatedAt),
  }
}

/** The deal with its lines, asked for no viewer: for a task whose performer needs to see what it is about. */
export async function presentCard(part: Part, id: number): Promise<RecordCard | null> {
  const deal = await getOpportunity(part.reading, id)
  return deal && cardOf(part, deal)
}

/** The deal with its lines, party and contact. The caller has checked that the person may see it. */
export async function cardOf(part: Part, deal: Opportunity): Promise<RecordCard> {
  const names = await partyNames(part.reading, [deal.partyId])
  return {
    ...(await presentOpportunity(part, deal, names.get(deal.partyId) ?? '')),
    kind: 'opportunity',
    type: deal.type,
    contact: await contactOf(part, deal.contactId),
    items: await itemsOf(part, deal),
  }
}

async function contactOf({ reading }: Part, id: number | null): Promise<Contact | null> {
  if (id === null) return null
  const row = await findRow(reading, modelsOf(reading.sequelize).contact, { where: { id } })
  if (row === null) return null
  return { id: String(row.id), name: row.name, position: row.position, email: row.email, phone: row.phone }
}

async function itemsOf({ reading }: Part, { items, currency }: Opportunity): Promise<OpportunityItem[]> {
  const ids = [...new Set(items.map((item) => item.productId).filter((id) => id !== null))]
  const products = await findRows(reading, modelsOf(reading.sequelize).product, { where: { id: ids } })
  const reasons = items.some((item) => item.lostReasonId !== null) ? await listLostReasons(reading) : []
  const nameOf = new Map(products.map((product) => [product.id, product]))
  return items.map((item) => ({
    ...itemOf(item, currency),
    product: productRef(nameOf.get(item.productId ?? 0)),
    lostReason: reasonRef(reasons.find((reason) => reason.id === item.lostReasonId)),
  }))
}

const productRef = (product: { id: number; code: string; name: string } | undefined) =>
  product === undefined ? null : { id: String(product.id), code: product.code, name: product.name }

const reasonRef = (reason: { id: number; names: { en: string; fa: string } } | undefined) =>
  reason === undefined ? null : { id: String(reason.id), name: reason.names.en, names: { ...reason.names } }

const itemOf = (item: ItemRecord, currency: string) => ({
  id: String(item.id),
  description: item.description,
  quantity: { value: item.quantity, unit: item.unit },
  price: { amount: item.price, currency },
  discount: item.discount,
  amount: { amount: item.amount, currency },
  status: item.status,
})
