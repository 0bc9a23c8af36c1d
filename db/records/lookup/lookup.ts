import { Op, type WhereOptions } from 'sequelize'
import { modelsOf } from '../../models/models-of.ts'
import type { Viewer } from '../access/viewer.ts'
import { ofVisibleParties, visibleParties } from '../access/visible-parties.ts'
import { inCurrency } from '../money/amount.ts'
import { partyNames } from '../party/party.ts'
import { pricesAt } from '../product/product-price.ts'
import type { Reading } from '../reading.ts'
import { findRows } from '../rows.ts'
import { hasWords } from '../search/has-words.ts'

/** What a look-up field offers. */
export interface LookupEntry {
  /** What the field holds: an id as text. */
  readonly value: string
  readonly label: string
  /** By language, where the record has names in several. */
  readonly labels: Readonly<Record<string, string>>
  /** Tells entries of the same name apart. */
  readonly detail: string
  readonly extra: Readonly<Record<string, string>>
}

export interface LookupQuery {
  readonly search?: string
  /** Of contacts: only those of this party. */
  readonly party?: number
  /** Only the entry with this value, to show what was chosen; also one that is no longer offered. */
  readonly value?: string
  /** 1–50; 20 when left out. */
  readonly limit?: number
  /** Epoch milliseconds, for prices. */
  readonly now: number
}

type Look = (reading: Reading, viewer: Viewer, query: LookupQuery) => Promise<LookupEntry[]>

const party: Look = async (reading, viewer, query) => {
  const where = { [Op.and]: [visibleParties(viewer), chosenNumber(query)] }
  const rows = await findRows(reading, modelsOf(reading.sequelize).party, { where, ...firstOf(query) })
  return rows.map((row) => entry(row.id, row.name, [row.region, row.taxId], { class: row.level }))
}

const contact: Look = async (reading, viewer, query) => {
  const models = modelsOf(reading.sequelize)
  const of = query.party === undefined ? {} : { partyId: query.party }
  const rows = await findRows(reading, models.contact, {
    where: { [Op.and]: [of, chosenNumber(query), ofVisibleParties(reading.sequelize, viewer)] },
    ...firstOf(query),
  })
  const names = await partyNames(
    reading,
    rows.map(({ partyId }) => partyId),
  )
  return rows.map((row) =>
    entry(row.id, row.name, [row.position, names.get(row.partyId)], { party: String(row.partyId) }),
  )
}

const product: Look = async (reading, _viewer, query) => {
  const rows = await findRows(reading, modelsOf(reading.sequelize).product, {
    where: chosenNumber(query),
    ...firstOf(query),
  })
  const prices = await pricesAt(
    reading,
    rows.map(({ id }) => id),
    'b1',
    query.now,
  )
  return rows.map((row) => {
    const price = prices.get(row.id)
    const priced: Record<string, string> = price
      ? { price: inCurrency(price.amount, price.currency), currency: price.currency }
      : {}
    return entry(row.id, row.name, [row.code, row.category], { unit: row.unit, code: row.code, ...priced })
  })
}

const person: Look = async (reading, _viewer, query) => {
  const where = { [Op.and]: [chosen(query), query.value === undefined ? { disabled: 0 } : {}] }
  const rows = await findRows(reading, modelsOf(reading.sequelize).user, { where, ...firstOf(query) })
  return rows.map((row) => entry(row.id, row.name, [row.id], {}))
}

const unit: Look = async (reading, _viewer, query) => {
  const rows = await findRows(reading, modelsOf(reading.sequelize).unit, {
    where: chosen(query),
    ...firstOf(query),
  })
  return rows.map((row) => named(row.id, row))
}

const lostReason: Look = async (reading, _viewer, query) => {
  const where = { [Op.and]: [chosenNumber(query), query.value === undefined ? { active: 1 } : {}] }
  const rows = await findRows(reading, modelsOf(reading.sequelize).lostReason, { where, ...firstOf(query) })
  return rows.map((row) => named(row.id, row))
}

/** Look-ups by kind. Each obeys the row rules of the record it finds (invariant 18). */
export const lookups = { party, contact, product, person, unit, 'lost-reason': lostReason } as const
export type LookupKind = keyof typeof lookups

/** Entries by name; none for what the viewer may not see. */
export const lookup = (
  reading: Reading,
  viewer: Viewer,
  kind: LookupKind,
  query: LookupQuery,
): Promise<LookupEntry[]> => lookups[kind](reading, viewer, query)

const chosen = ({ value, search }: LookupQuery): WhereOptions =>
  value === undefined ? hasWords(search) : { id: value }

/** As `chosen`, for numbered records: MariaDB would read `12abc` as 12. */
const chosenNumber = (query: LookupQuery): WhereOptions =>
  query.value === undefined || /^\d{1,15}$/.test(query.value) ? chosen(query) : { id: 0 }

const firstOf = ({ limit = 20 }: LookupQuery) => ({
  order: [['sortKey', 'ASC'] as [string, string], ['id', 'ASC'] as [string, string]],
  limit: Math.min(Math.max(limit, 1), 50),
})

function entry(
  id: string | number,
  label: string,
  details: readonly (string | null | undefined)[],
  extra: Readonly<Record<string, string>>,
): LookupEntry {
  return { value: String(id), label, labels: {}, detail: details.filter((text) => text).join(' · '), extra }
}

const named = (id: string | number, { nameEn, nameFa }: { nameEn: string; nameFa: string }): LookupEntry => ({
  ...entry(id, nameEn, [], {}),
  labels: { en: nameEn, fa: nameFa },
})
