import { col, fn, literal, Op, type Sequelize, type WhereOptions, where } from 'sequelize'
import { modelsOf } from '../../models/models-of.ts'
import type { Viewer } from '../access/viewer.ts'
import { visibleOpportunities } from '../access/visible-opportunities.ts'
import { partyNames } from '../party/party.ts'
import { type Reading, within } from '../reading.ts'
import { findRow } from '../rows.ts'
import { searchWords } from '../search/fold.ts'
import { type Page, type PageQuery, readPage } from '../search/page.ts'
import { getOpportunity, headOf, type Opportunity, type OpportunityHead } from './opportunity.ts'

export interface OpportunityFilter {
  /** Words of title, number or the party's name. */
  readonly search?: string
  readonly stage?: string
  readonly result?: string
  readonly owner?: string
  readonly party?: number
}

export interface OpportunityQuery extends OpportunityFilter, PageQuery {
  /** Default: the latest change first. */
  readonly sort?: 'updatedAt' | 'createdAt' | 'totalMinor' | 'sortKey' | 'number'
  readonly order?: 'asc' | 'desc'
}

/** Deals that the viewer may see. */
export async function listOpportunities(
  reading: Reading,
  viewer: Viewer,
  query: OpportunityQuery = {},
): Promise<Page<OpportunityHead & { readonly partyName: string }>> {
  const { sort = 'updatedAt', order = sort === 'sortKey' ? 'asc' : 'desc' } = query
  const paging = { ...query, column: sort, descending: order === 'desc' }
  const page = await readPage(
    reading,
    modelsOf(reading.sequelize).opportunity,
    filtered(reading, viewer, query),
    paging,
  )
  const names = await partyNames(
    reading,
    page.items.map(({ partyId }) => partyId),
  )
  return {
    ...page,
    items: page.items.map((row) => ({ ...headOf(row), partyName: names.get(row.partyId) ?? '' })),
  }
}

/** The deal with its items; null when there is none or the viewer may not see it: the two can't be told apart. */
export async function getVisibleOpportunity(
  reading: Reading,
  viewer: Viewer,
  id: number,
): Promise<Opportunity | null> {
  const visible = { [Op.and]: [{ id }, visibleOpportunities(reading.sequelize, viewer)] }
  const row = await findRow(reading, modelsOf(reading.sequelize).opportunity, {
    where: visible,
    attributes: ['id'],
  })
  return row && getOpportunity(reading, id)
}

/** Number and sum of a stage's deals in one currency; sums of different currencies are never added. */
export interface StageTotal {
  readonly stage: string
  readonly currency: string
  readonly count: number
  /** In the currency's smallest unit. */
  readonly totalMinor: number
}

/** The funnel of the deals that the viewer may see. */
export async function stageTotals(
  reading: Reading,
  viewer: Viewer,
  filter: OpportunityFilter = {},
): Promise<StageTotal[]> {
  const rows = await modelsOf(reading.sequelize).opportunity.findAll({
    where: filtered(reading, viewer, filter),
    attributes: [
      'stage',
      'currency',
      [fn('COUNT', col('id')), 'count'],
      [fn('SUM', col('total_minor')), 'totalMinor'],
    ],
    group: ['stage', 'currency'],
    order: ['stage', 'currency'],
    raw: true,
    ...within(reading),
  })
  const counted = rows as unknown as Record<keyof StageTotal, string | number>[] // raw rows; MariaDB's SUM is text
  return counted.map(({ stage, currency, count, totalMinor }) => ({
    stage: String(stage),
    currency: String(currency),
    count: Number(count),
    totalMinor: Number(totalMinor),
  }))
}

function filtered(
  reading: Reading,
  viewer: Viewer,
  { search, stage, result, owner, party }: OpportunityFilter,
): WhereOptions {
  const given = { stage, result, ownerId: owner, partyId: party }
  const equal = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  return {
    [Op.and]: [visibleOpportunities(reading.sequelize, viewer), equal, ...wordsOf(reading.sequelize, search)],
  }
}

/** Each word is in the deal's own search column or in its party's. Folded words need no escaping; they get it all the same. */
const wordsOf = (sequelize: Sequelize, search: string | undefined): WhereOptions[] =>
  searchWords(search).map((word) => {
    const ofParties = literal(`(SELECT id FROM parties WHERE INSTR(search, ${sequelize.escape(word)}) > 0)`)
    return {
      [Op.or]: [where(fn('INSTR', col('search'), word), Op.gt, 0), { partyId: { [Op.in]: ofParties } }],
    }
  })
