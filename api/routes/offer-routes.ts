import { z } from 'zod'
import { ActivityBegun, BeginActivity, Key, Offer, OfferList, OfferQuery } from '../contract/index.ts'
import { notFound } from '../http/api-problem.ts'
import { type Route, route } from '../http/route.ts'
import { repeatable } from '../idempotency/kept-answer.ts'
import { loadInstance } from '../instances/load-instance.ts'
import { beginActivity } from '../offers/begin-activity.ts'
import { finishOffer } from '../offers/finish-offer.ts'
import { offersFor } from '../offers/offers-for.ts'
import { openOffers } from '../offers/open-offer.ts'
import { presentOffers } from '../presenters/offers.ts'
import { keyNumber, keyText } from '../presenters/shapes.ts'
import { withCalled } from '../records/instance-tree.ts'
import type { Services } from '../services.ts'

const params = z.object({ key: Key })

/** Ad-hoc parts of cases: people choose what is done next. */
export function offerRoutes(services: Services): Route[] {
  const { engine } = services

  const mine = route({
    method: 'get',
    path: '/api/inbox/offers',
    tag: 'Inbox',
    summary: 'Cases in which activities are offered to me or my groups, the oldest first',
    access: 'inbox.use',
    query: OfferQuery,
    answer: OfferList,
    async handle({ person, query: { limit } }) {
      const { rows, total } = await offersFor(engine, person, { limit, newestFirst: false })
      const open = await openOffers(engine, rows)
      // Those that turn out to offer nothing now are not counted either.
      return {
        items: await presentOffers(services, person, open),
        total: total - (rows.length - open.length),
      }
    },
  })

  const ofInstance = route({
    method: 'get',
    path: '/api/instances/{key}/offers',
    tag: 'Instances',
    summary: 'What I may begin in an instance and in those it has called',
    access: 'instance.read',
    params,
    answer: z.array(Offer),
    problems: { 404: 'instance_not_found' },
    async handle({ person, params: { key } }) {
      const instance = await loadInstance(services, person, keyNumber(key))
      if (instance === undefined) throw notFound('instance', key)
      const within = await withCalled(engine.store, [instance.key])
      const rows = await engine.store.find('offers', {
        where: [{ column: 'instance', is: 'in', value: within }],
        orderBy: [{ column: 'key' }],
        limit: 200,
      })
      return presentOffers(services, person, await openOffers(engine, rows))
    },
  })

  const begin = route({
    method: 'post',
    path: '/api/offers/{key}/begin',
    tag: 'Inbox',
    summary: 'Begin an activity of an ad-hoc part',
    access: 'inbox.use',
    params,
    body: BeginActivity,
    idempotent: true,
    answer: ActivityBegun,
    problems: { 404: 'ad_hoc_not_found', 409: 'ad_hoc_not_allowed' },
    async handle({ person, params: { key }, body, request }) {
      const call = repeatable(request, person.id)
      const { instance, task } = await beginActivity(services, person, key, body.elementId, call)
      return { instanceKey: keyText(instance), taskKey: task === 0 ? null : keyText(task) }
    },
  })

  const finish = route({
    method: 'post',
    path: '/api/offers/{key}/finish',
    tag: 'Inbox',
    summary: 'Say that the work of an ad-hoc part is done',
    access: 'inbox.use',
    params,
    problems: { 404: 'ad_hoc_not_found', 409: 'ad_hoc_not_allowed' },
    async handle({ person, params: { key } }) {
      await finishOffer(services, person, key)
      return undefined
    },
  })

  return [mine, ofInstance, begin, finish]
}
