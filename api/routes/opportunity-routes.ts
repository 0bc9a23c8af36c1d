import { z } from 'zod'
import { getVisibleOpportunity, listOpportunities } from '../../db/records/opportunity/list-opportunities.ts'
import type { Identity } from '../auth/identity.ts'
import {
  CreateOpportunity,
  OpportunityCreated,
  OpportunityDetail,
  OpportunityList,
  OpportunityQuery,
  RecordId,
  type TaskRow,
} from '../contract/index.ts'
import { notFound } from '../http/api-problem.ts'
import { type Route, route } from '../http/route.ts'
import { repeatable } from '../idempotency/kept-answer.ts'
import { tasksOf } from '../presenters/instance-detail.ts'
import { cardOf, presentOpportunity } from '../presenters/record-card.ts'
import { keyText } from '../presenters/shapes.ts'
import { withCalled } from '../records/instance-tree.ts'
import { startOpportunity } from '../records/start-opportunity.ts'
import type { Services } from '../services.ts'

/** Deals, as far as the reader may see them. */
export function opportunityRoutes(services: Services): Route[] {
  const { reading, viewer, engine } = services

  /** Tasks of the deal's process and of those it calls. */
  async function tasks(person: Identity, instance: number | null): Promise<TaskRow[]> {
    if (instance === null) return []
    return tasksOf(services, person, await withCalled(engine.store, [instance]))
  }

  const list = route({
    method: 'get',
    path: '/api/records/opportunities',
    tag: 'Records',
    summary: 'Deals, the last changed first',
    access: 'record.read',
    query: OpportunityQuery,
    answer: OpportunityList,
    async handle({ person, query }) {
      const { party, ...rest } = query
      const filter = party === undefined ? rest : { ...rest, party: Number(party) }
      const page = await listOpportunities(reading, await viewer(person.id), filter)
      const items = page.items.map((row) => presentOpportunity(services, row, row.partyName))
      return { ...page, items: await Promise.all(items) }
    },
  })

  const detail = route({
    method: 'get',
    path: '/api/records/opportunities/{id}',
    tag: 'Records',
    summary: 'A deal with its lines, its process and its tasks',
    access: 'record.read',
    params: z.object({ id: RecordId }),
    answer: OpportunityDetail,
    problems: { 404: 'opportunity_not_found' },
    async handle({ person, params: { id } }) {
      const deal = await getVisibleOpportunity(reading, await viewer(person.id), Number(id))
      if (deal === null) throw notFound('opportunity', id)
      return {
        ...(await cardOf(services, deal)),
        instanceKey: deal.instanceKey === null ? null : keyText(deal.instanceKey),
        tasks: await tasks(person, deal.instanceKey),
      }
    },
  })

  const create = route({
    method: 'post',
    path: '/api/records/opportunities',
    tag: 'Records',
    summary: 'A new deal of mine, with the process that works on it',
    access: 'record.write',
    body: CreateOpportunity,
    idempotent: true,
    status: 201,
    answer: OpportunityCreated,
    problems: {
      400: 'invalid_request, form_not_valid',
      404: 'process_not_found',
      422: 'handler_rejected, idempotency_key_reused',
    },
    async handle({ person, body, request }) {
      const { id, instance } = await startOpportunity(services, person, body, repeatable(request, person.id))
      return { id: String(id), instanceKey: keyText(instance) }
    },
  })

  return [list, detail, create]
}
