import { Op } from 'sequelize'
import type { ContactRow } from '../../models/contact.ts'
import { modelsOf } from '../../models/models-of.ts'
import type { PartyRow } from '../../models/party.ts'
import type { Viewer } from '../access/viewer.ts'
import { visibleParties } from '../access/visible-parties.ts'
import type { Reading } from '../reading.ts'
import { findRow, findRows } from '../rows.ts'
import { hasWords } from '../search/has-words.ts'
import { type Page, type PageQuery, readPage } from '../search/page.ts'

/** An organisation or person that the company deals with. */
export type Party = Omit<PartyRow, 'search' | 'sortKey' | 'kinds'> & {
  /** customer, supplier, competitor, partner. */
  readonly kinds: readonly string[]
}

/** A person at a party. */
export type Contact = Omit<ContactRow, 'search' | 'sortKey'>

/** Null when there is none or the viewer may not see it: the two can't be told apart. */
export async function getParty(reading: Reading, viewer: Viewer, id: number): Promise<Party | null> {
  const where = { [Op.and]: [{ id }, visibleParties(viewer)] }
  const row = await findRow(reading, modelsOf(reading.sequelize).party, { where })
  return row && partyOf(row)
}

/** Visible parties by name. */
export async function listParties(
  reading: Reading,
  viewer: Viewer,
  query: PageQuery & { readonly search?: string },
): Promise<Page<Party>> {
  const where = { [Op.and]: [visibleParties(viewer), hasWords(query.search)] }
  const order = { ...query, column: 'sortKey', descending: false } as const
  const page = await readPage(reading, modelsOf(reading.sequelize).party, where, order)
  return { ...page, items: page.items.map(partyOf) }
}

/** Contacts of a visible party by name; none of a hidden one. */
export async function contactsOf(reading: Reading, viewer: Viewer, partyId: number): Promise<Contact[]> {
  if ((await getParty(reading, viewer, partyId)) === null) return []
  const { contact } = modelsOf(reading.sequelize)
  const rows = await findRows(reading, contact, { where: { partyId }, order: ['sortKey', 'id'] })
  return rows.map(contactOf)
}

/** One contact of a visible party; null otherwise. */
export async function getContact(reading: Reading, viewer: Viewer, id: number): Promise<Contact | null> {
  const row = await findRow(reading, modelsOf(reading.sequelize).contact, { where: { id } })
  if (row === null || (await getParty(reading, viewer, row.partyId)) === null) return null
  return contactOf(row)
}

/** Names of parties by id, for rows that were shown to be visible before. */
export async function partyNames(reading: Reading, ids: readonly number[]): Promise<Map<number, string>> {
  const { party } = modelsOf(reading.sequelize)
  const rows = await findRows(reading, party, {
    where: { id: [...new Set(ids)] },
    attributes: ['id', 'name'],
  })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const partyOf = ({ search: _search, sortKey: _sortKey, kinds, ...row }: PartyRow): Party => ({
  ...row,
  kinds: kinds.split(',').filter((kind) => kind !== ''),
})

const contactOf = ({ search: _search, sortKey: _sortKey, ...row }: ContactRow): Contact => row
