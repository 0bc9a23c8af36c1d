import { z } from 'zod'
import type { Rows } from '../../engine/ports/rows.ts'
import type { Condition } from '../../engine/ports/store.ts'
import type { Identity } from '../auth/identity.ts'
import {
  InstanceDetail,
  InstanceList,
  InstanceQuery,
  InstanceRow,
  Key,
  TimelineEntry,
} from '../contract/index.ts'
import { notFound } from '../http/api-problem.ts'
import { refusalProblem } from '../http/refusal-problem.ts'
import { type Route, route } from '../http/route.ts'
import { readPage } from '../inbox/page.ts'
import { loadInstance } from '../instances/load-instance.ts'
import { onlyVisible, visibleInstances } from '../policies/visible-instances.ts'
import { withCalledInstances } from '../presenters/called-instances.ts'
import { graphsOfHistory } from '../presenters/graphs-of-history.ts'
import { historyOf, presentInstance } from '../presenters/instance-detail.ts'
import { instanceColumns, presentInstances } from '../presenters/instance-rows.ts'
import { nameAssignees } from '../presenters/name-assignees.ts'
import { keyNumber } from '../presenters/shapes.ts'
import { timelineOf } from '../presenters/timeline.ts'
import { instancesOfSubjects } from '../records/instances-of-subjects.ts'
import type { Services } from '../services.ts'

const params = z.object({ key: Key })
type InstanceCondition = Condition<Rows['instances']>

/** Running and ended process instances. */
export function instanceRoutes(services: Services): Route[] {
  const { engine, directory } = services

  async function conditions(
    person: Identity,
    query: z.output<typeof InstanceQuery>,
  ): Promise<InstanceCondition[]> {
    const where = onlyVisible(await visibleInstances(services, person))
    if (query.state !== undefined) where.push({ column: 'status', is: '=', value: query.state })
    if (query.incident !== undefined)
      where.push({ column: 'incidents', is: query.incident === 'true' ? '>' : '=', value: 0 })
    if (query.process !== undefined) where.push(await ofProcess(query.process))
    if (query.search !== undefined && query.search.trim() !== '')
      where.push(await found(person.id, query.search.trim()))
    return where
  }

  async function ofProcess(processId: string): Promise<InstanceCondition> {
    const versions = await engine.store.find('processDefinitions', {
      where: [{ column: 'processId', is: '=', value: processId }],
      columns: ['key'],
    })
    return { column: 'definition', is: 'in', value: versions.map((row) => row.key) }
  }

  /** By key, or by the record it is about. */
  async function found(person: string, search: string): Promise<InstanceCondition> {
    const about = await instancesOfSubjects(services, person, search)
    return {
      column: 'key',
      is: 'in',
      value: [...about, ...(/^\d{1,15}$/.test(search) ? [Number(search)] : [])],
    }
  }

  async function load(person: Identity, key: string): Promise<Rows['instances']> {
    const row = await loadInstance(services, person, keyNumber(key))
    if (row === undefined) throw notFound('instance', key)
    return row
  }

  const list = route({
    method: 'get',
    path: '/api/instances',
    tag: 'Instances',
    summary: 'Process instances that I may see, the latest first',
    access: 'instance.read',
    query: InstanceQuery,
    answer: InstanceList,
    async handle({ person, query }) {
      const page = await readPage(engine.store, 'instances', {
        where: await conditions(person, query),
        order: { column: 'startedAt', descending: true },
        limit: query.limit,
        cursor: query.cursor,
        columns: instanceColumns,
      })
      return { ...page, items: await presentInstances(services, page.items) }
    },
  })

  const detail = route({
    method: 'get',
    path: '/api/instances/{key}',
    tag: 'Instances',
    summary: 'An instance with its tokens, tasks, incidents and variables',
    access: 'instance.read',
    params,
    answer: InstanceDetail,
    problems: { 404: 'instance_not_found' },
    async handle({ person, params: { key } }) {
      const shown = await presentInstance(services, person, await load(person, key))
      if (shown === null) throw notFound('instance', key)
      return shown
    },
  })

  const timeline = route({
    method: 'get',
    path: '/api/instances/{key}/timeline',
    tag: 'Instances',
    summary: 'What happened in it and in what it called, oldest first',
    access: 'instance.read',
    params,
    answer: z.array(TimelineEntry).meta({ id: 'Timeline' }),
    problems: { 404: 'instance_not_found' },
    async handle({ person, params: { key } }) {
      const instance = await load(person, key)
      const told = await withCalledInstances(engine.store, instance)
      const stories = await Promise.all(
        told.map(async ({ row, depth }) => {
          const history = await historyOf(services, row.key)
          return { graphOf: await graphsOfHistory(services, history), history, depth }
        }),
      )
      const ids = [...new Set(stories.flatMap(({ history }) => history.map((row) => row.by)))]
      const people = new Map(
        await Promise.all(ids.map(async (id) => [id, await directory.person(id)] as const)),
      )
      return nameAssignees(
        services,
        timelineOf(stories, (id) => people.get(id) ?? null),
      )
    },
  })

  const cancel = route({
    method: 'post',
    path: '/api/instances/{key}/cancel',
    tag: 'Instances',
    summary: 'End an instance with everything that is open in it',
    access: 'instance.cancel',
    params,
    answer: InstanceRow,
    problems: { 404: 'instance_not_found', 409: 'instance_not_active' },
    async handle({ person, params: { key } }) {
      const instance = await load(person, key)
      const done = await engine.execute(instance.key, { type: 'cancelInstance' }, { by: person.id })
      if (!done.ok) throw refusalProblem(done.error)
      const [row] = await presentInstances(services, [await load(person, key)])
      if (row === undefined) throw notFound('instance', key)
      return row
    },
  })

  return [list, detail, timeline, cancel]
}
