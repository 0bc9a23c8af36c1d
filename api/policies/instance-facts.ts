import { Op } from 'sequelize'
import { modelsOf } from '../../db/models/models-of.ts'
import { visibleOpportunities } from '../../db/records/access/visible-opportunities.ts'
import { findRow } from '../../db/records/rows.ts'
import type { ProcessGraph } from '../../engine/graph/process-graph.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import { openOffers } from '../offers/open-offer.ts'
import { hasOffers } from '../offers/places-for.ts'
import { startersOf } from '../presenters/process-rows.ts'
import { type RecordLink, recordLink } from '../presenters/subjects.ts'
import type { Services } from '../services.ts'
import type { OfferFacts } from './offer-facts.ts'
import { type TaskFacts, taskFacts } from './task-facts.ts'

/** What the policy must know of an instance to say whether somebody may see it with all its variables. */
export interface InstanceFacts {
  readonly startedBy: string
  /** Its tasks, open and ended. */
  readonly tasks: readonly TaskFacts[]
  /** What may be begun in its ad-hoc sub-processes. */
  readonly offers: readonly OfferFacts[]
  /** May the person see the record that it is about? null: its process is about none. */
  readonly recordVisible: boolean | null
  /** Who may start its process; null when another instance called it, as nobody starts it there. */
  readonly starters: readonly string[] | null
}

export type SightNeeds = Pick<Services, 'engine' | 'reading' | 'viewer'>

/** Whether instances of this process are about a record: `kartabl:record` is given. */
export const declaresRecord = (graph: ProcessGraph): boolean =>
  (graph.properties['kartabl:record'] ?? '') !== ''

/** The facts about one instance as `person` stands to it. */
export async function instanceFacts(
  needs: SightNeeds,
  person: string,
  row: Rows['instances'],
): Promise<InstanceFacts> {
  const graph = await needs.engine.definitions.graph(row.definition)
  const tasks = await needs.engine.store.find('tasks', {
    where: [{ column: 'instance', is: '=', value: row.key }],
  })
  return {
    startedBy: row.startedBy,
    tasks: tasks.map(taskFacts),
    recordVisible: declaresRecord(graph)
      ? await recordVisible(needs, person, await recordLink(needs.engine, graph, row))
      : null,
    offers: hasOffers(graph) ? await offersIn(needs, row) : [],
    starters: row.parent === 0 ? startersOf(graph) : null,
  }
}

async function offersIn({ engine }: SightNeeds, { key }: Rows['instances']): Promise<OfferFacts[]> {
  const rows = await engine.store.find('offers', { where: [{ column: 'instance', is: '=', value: key }] })
  const offers = await openOffers(engine, rows)
  return offers.flatMap(({ activities }) => activities.map(({ facts }) => facts))
}

/** A record that is not there is not seen either. */
async function recordVisible(
  { reading, viewer }: SightNeeds,
  person: string,
  link: RecordLink | null,
): Promise<boolean> {
  if (link === null) return false
  const rule = visibleOpportunities(reading.sequelize, await viewer(person))
  const where = { [Op.and]: [{ id: link.id }, rule] }
  return (
    (await findRow(reading, modelsOf(reading.sequelize).opportunity, { where, attributes: ['id'] })) !== null
  )
}
