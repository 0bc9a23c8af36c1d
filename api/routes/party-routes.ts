import { z } from 'zod'
import { contactsOf, getParty, listParties } from '../../db/records/party/party.ts'
import { PartyDetail, PartyList, RecordId, RecordQuery } from '../contract/index.ts'
import { notFound } from '../http/api-problem.ts'
import { type Route, route } from '../http/route.ts'
import { presentContact, presentParty } from '../presenters/parties.ts'
import type { Services } from '../services.ts'

/** Organisations and people we deal with, as far as the reader may see them. */
export function partyRoutes(services: Services): Route[] {
  const { reading, viewer } = services

  const list = route({
    method: 'get',
    path: '/api/records/parties',
    tag: 'Records',
    summary: 'Parties by name',
    access: 'record.read',
    query: RecordQuery,
    answer: PartyList,
    async handle({ person, query }) {
      const page = await listParties(reading, await viewer(person.id), query)
      return { ...page, items: await Promise.all(page.items.map((row) => presentParty(services, row))) }
    },
  })

  const detail = route({
    method: 'get',
    path: '/api/records/parties/{id}',
    tag: 'Records',
    summary: 'A party with its contacts',
    access: 'record.read',
    params: z.object({ id: RecordId }),
    answer: PartyDetail,
    problems: { 404: 'party_not_found' },
    async handle({ person, params: { id } }) {
      const eyes = await viewer(person.id)
      const party = await getParty(reading, eyes, Number(id))
      if (party === null) throw notFound('party', id)
      const contacts = await contactsOf(reading, eyes, party.id)
      return { ...(await presentParty(services, party)), contacts: contacts.map(presentContact) }
    },
  })

  return [list, detail]
}
