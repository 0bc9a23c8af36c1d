import { literal, Op, type Sequelize, type WhereOptions } from 'sequelize'
import type { Viewer } from './viewer.ts'

/**
 * Row rule of opportunities, the only one: for lists, counts, totals, search and look-ups alike (invariant 18).
 * One's own deals, and those of the units one sees unless their party is secret to one.
 */
export function visibleOpportunities(sequelize: Sequelize, viewer: Viewer): WhereOptions {
  if (viewer.everything) return {}
  return {
    [Op.or]: [
      { ownerId: [...viewer.persons] },
      { unitId: [...viewer.units], partyId: { [Op.notIn]: secretParties(sequelize, viewer) } },
    ],
  }
}

/** Inside a `literal` Sequelize escapes nothing by itself, hence `escape`. Secret parties are few. */
function secretParties(sequelize: Sequelize, { clearance, persons }: Viewer) {
  const names = persons.map((id) => sequelize.escape(id)).join(', ') || "''"
  const above = `secrecy_level > ${Math.trunc(clearance)}`
  return literal(
    `(SELECT id FROM parties WHERE ${above} AND (responsible_id IS NULL OR responsible_id NOT IN (${names})))`,
  )
}
