import { z } from 'zod'
import { TaskRow } from './inbox.ts'
import {
  Currency,
  Key,
  LocalTexts,
  listOf,
  Money,
  PersonRef,
  pageQuery,
  Quantity,
  RecordId,
  searchQuery,
  Time,
} from './primitives.ts'

export const RecordQuery = z.strictObject({ ...pageQuery, ...searchQuery })
export type RecordQuery = z.infer<typeof RecordQuery>

export const PartyRef = z.object({ id: RecordId, name: z.string() })
export type PartyRef = z.infer<typeof PartyRef>

export const Party = z
  .object({
    id: RecordId,
    version: z.number().int(),
    name: z.string(),
    kinds: z.array(z.string()),
    industry: z.string().nullable(),
    region: z.string().nullable(),
    taxId: z.string().nullable(),
    responsible: PersonRef.nullable(),
    createdAt: Time,
    updatedAt: Time,
  })
  .meta({ id: 'Party' })
export type Party = z.infer<typeof Party>
export const PartyList = listOf(Party).meta({ id: 'PartyList' })
export type PartyList = z.infer<typeof PartyList>

export const Contact = z.object({
  id: RecordId,
  name: z.string(),
  position: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
})
export type Contact = z.infer<typeof Contact>

export const PartyDetail = Party.extend({ contacts: z.array(Contact) }).meta({ id: 'PartyDetail' })
export type PartyDetail = z.infer<typeof PartyDetail>

export const Product = z
  .object({
    id: RecordId,
    version: z.number().int(),
    code: z.string(),
    name: z.string(),
    category: z.string().nullable(),
    unit: z.string(),
    price: Money.nullable(),
    createdAt: Time,
    updatedAt: Time,
  })
  .meta({ id: 'Product' })
export type Product = z.infer<typeof Product>
export const ProductList = listOf(Product).meta({ id: 'ProductList' })
export type ProductList = z.infer<typeof ProductList>

export const OpportunityItem = z.object({
  id: RecordId,
  product: z.object({ id: RecordId, code: z.string(), name: z.string() }).nullable(),
  description: z.string(),
  quantity: Quantity,
  price: Money,
  /** Basis points: 500 = 5 %. */
  discount: z.number().int(),
  amount: Money,
  status: z.string(),
  lostReason: z.object({ id: z.string(), name: z.string(), names: LocalTexts }).nullable(),
})
export type OpportunityItem = z.infer<typeof OpportunityItem>

const opportunity = {
  id: RecordId,
  version: z.number().int(),
  number: z.string(),
  title: z.string(),
  party: PartyRef,
  owner: PersonRef.nullable(),
  currency: Currency,
  stage: z.string(),
  /** open, won, partly_won or lost. */
  result: z.string().nullable(),
  total: Money,
  createdAt: Time,
  updatedAt: Time,
}
export const OpportunityRow = z.object(opportunity).meta({ id: 'OpportunityRow' })
export type OpportunityRow = z.infer<typeof OpportunityRow>
export const OpportunityList = listOf(OpportunityRow).meta({ id: 'OpportunityList' })
export type OpportunityList = z.infer<typeof OpportunityList>

export const OpportunityQuery = z.strictObject({
  ...pageQuery,
  ...searchQuery,
  stage: z.string().max(40).optional(),
  /** Person id. */
  owner: z.string().max(100).optional(),
  /** Record id of the party. */
  party: RecordId.optional(),
})
export type OpportunityQuery = z.infer<typeof OpportunityQuery>

/** A record as a task shows it: the opportunity without its own tasks. */
export const RecordCard = z
  .object({
    ...opportunity,
    kind: z.literal('opportunity'),
    type: z.string(),
    contact: Contact.nullable(),
    items: z.array(OpportunityItem),
  })
  .meta({ id: 'RecordCard' })
export type RecordCard = z.infer<typeof RecordCard>

export const OpportunityDetail = RecordCard.extend({
  /** The process instance that works on it; null for a deal from before the platform. */
  instanceKey: Key.nullable(),
  /** Those that the reader may see. */
  tasks: z.array(TaskRow),
}).meta({ id: 'OpportunityDetail' })
export type OpportunityDetail = z.infer<typeof OpportunityDetail>

export const CreateOpportunity = z.strictObject({
  partyId: RecordId,
  contactId: RecordId.optional(),
  title: z.string().trim().min(1).max(200),
  type: z.string().max(40).optional(),
  /** The company's when left out. */
  currency: Currency.optional(),
})
export type CreateOpportunity = z.infer<typeof CreateOpportunity>

export const OpportunityCreated = z
  .object({ id: RecordId, instanceKey: Key })
  .meta({ id: 'OpportunityCreated' })
export type OpportunityCreated = z.infer<typeof OpportunityCreated>
