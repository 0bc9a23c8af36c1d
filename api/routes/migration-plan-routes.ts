import type { Rows } from '../../engine/ports/rows.ts'
import type { Condition } from '../../engine/ports/store.ts'
import { AskMigrationPlan, MigrationPlan } from '../contract/index.ts'
import { notFound } from '../http/api-problem.ts'
import { type Route, route } from '../http/route.ts'
import { plannedMigration } from '../instances/plan-migrations.ts'
import { keyNumber, keyText } from '../presenters/shapes.ts'
import type { Services } from '../services.ts'
import type { WorkingCalendars } from '../working-calendars.ts'

const OTHERWISE_UTC = 'UTC'

/** What migrating would do, before it is done. */
export function migrationPlanRoutes(
  { engine, company, now }: Services,
  calendars: WorkingCalendars | undefined,
): Route[] {
  const graph = async (key: string) => {
    if (!(await engine.definitions.row(keyNumber(key)))) throw notFound('process_definition', key)
    return engine.definitions.graph(keyNumber(key))
  }

  const plan = route({
    method: 'post',
    path: '/api/migration-plan',
    tag: 'Instances',
    summary:
      'Tell for every running instance of a version whether and how it can be migrated; changes nothing',
    access: 'instance.repair',
    body: AskMigrationPlan,
    answer: MigrationPlan,
    problems: { 404: 'process_definition_not_found' },
    async handle({ body }) {
      const [from, to] = [await graph(body.from), await graph(body.to)]
      const running: Condition<Rows['instances']>[] = [
        { column: 'definition', is: '=', value: keyNumber(body.from) },
        { column: 'status', is: '=', value: 'active' },
      ]
      const after = { column: 'key', is: '>', value: keyNumber(body.cursor ?? '0') } as const
      const rows = await engine.store.find('instances', {
        where: [...running, after],
        orderBy: [{ column: 'key' }],
        limit: body.limit,
      })
      const versions = {
        from,
        to,
        definition: keyNumber(body.to),
        mapping: new Map(Object.entries(body.mapping)),
        now: now(),
        calendar: (name: string) => calendars?.calendar(name),
        zone: (await company())?.timeZone ?? OTHERWISE_UTC,
      }
      return {
        items: await Promise.all(rows.map((row) => plannedMigration(engine, row, versions))),
        total: await engine.store.count('instances', running),
        next: rows.length < body.limit ? null : keyText(rows.at(-1)!.key),
      }
    },
  })
  return [plan]
}
