import { Op } from 'sequelize'
import { modelsOf } from '../../db/models/models-of.ts'
import { visibleOpportunities } from '../../db/records/access/visible-opportunities.ts'
import { findRows } from '../../db/records/rows.ts'
import { recordLink } from '../presenters/subjects.ts'
import { DEAL_PROCESS } from '../records/deal-process.ts'
import { declaresRecord, type SightNeeds } from './instance-facts.ts'
import { LATEST } from './latest.ts'

/** Instances whose variables are read, because only those name their record. */
const MOST_READ = 500

/** Instances that work on the deals which the person sees. */
export async function instancesOfDeals({ reading, viewer }: SightNeeds, person: string): Promise<number[]> {
  const rule = visibleOpportunities(reading.sequelize, await viewer(person))
  const rows = await findRows(reading, modelsOf(reading.sequelize).opportunity, {
    where: { [Op.and]: [{ instanceKey: { [Op.ne]: null } }, rule] },
    attributes: ['instanceKey'],
    order: [['updatedAt', 'DESC']],
    limit: LATEST,
  })
  return rows.map(({ instanceKey }) => instanceKey ?? 0)
}

/** Instances of other processes about a record, which say in their variables alone which one. */
export async function instancesOfOtherRecords(needs: SightNeeds, person: string): Promise<number[]> {
  const { engine, reading, viewer } = needs
  const definitions = await otherRecordDefinitions(needs)
  if (definitions.length === 0) return []
  const rows = await engine.store.find('instances', {
    where: [
      { column: 'definition', is: 'in', value: definitions },
      { column: 'parent', is: '=', value: 0 },
    ],
    orderBy: [{ column: 'key', descending: true }],
    limit: MOST_READ,
    columns: ['key', 'definition', 'variables'],
  })
  const about = new Map<number, number>()
  for (const row of rows) {
    const link = await recordLink(engine, await engine.definitions.graph(row.definition), row)
    if (link !== null) about.set(row.key, link.id)
  }
  const rule = visibleOpportunities(reading.sequelize, await viewer(person))
  const seen = await findRows(reading, modelsOf(reading.sequelize).opportunity, {
    where: { [Op.and]: [{ id: [...new Set(about.values())] }, rule] },
    attributes: ['id'],
  })
  const ids = new Set(seen.map(({ id }) => id))
  return [...about].flatMap(([key, id]) => (ids.has(id) ? [key] : []))
}

async function otherRecordDefinitions({ engine }: SightNeeds): Promise<number[]> {
  const rows = await engine.store.find('processDefinitions', { where: [], columns: ['key', 'processId'] })
  const others = rows.filter(({ processId }) => processId !== DEAL_PROCESS)
  const declared = await Promise.all(
    others.map(async ({ key }) => declaresRecord(await engine.definitions.graph(key))),
  )
  return others.filter((_row, index) => declared[index]).map(({ key }) => key)
}
