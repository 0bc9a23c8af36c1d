import { z } from 'zod'
import { lookup } from '../../db/records/lookup/lookup.ts'
import { LookupKind, LookupList, LookupQuery } from '../contract/index.ts'
import { type Route, route } from '../http/route.ts'
import type { Services } from '../services.ts'

/** What the look-up fields of forms offer. */
export function lookupRoutes({ reading, viewer, now }: Services): Route[] {
  const find = route({
    method: 'get',
    path: '/api/lookup/{kind}',
    tag: 'Records',
    summary: 'Entries of a look-up field, by name',
    access: 'record.read',
    params: z.object({ kind: LookupKind }),
    query: LookupQuery,
    answer: LookupList,
    async handle({ person, params: { kind }, query }) {
      const { party, ...rest } = query
      const asked = { ...rest, now: now(), ...(party === undefined ? {} : { party: Number(party) }) }
      const entries = await lookup(reading, await viewer(person.id), kind, asked)
      return {
        items: entries.map((entry) => ({ ...entry, labels: { ...entry.labels }, extra: { ...entry.extra } })),
      }
    },
  })
  return [find]
}
