import { literal, Op, type Sequelize, type WhereOptions } from 'sequelize'
import type { Viewer } from './viewer.ts'

/** Row rule of parties: their secrecy within the viewer's clearance, or the viewer is responsible for them. */
export function visibleParties({ everything, clearance, persons }: Viewer): WhereOptions {
  if (everything) return {}
  return { [Op.or]: [{ secrecyLevel: { [Op.lte]: clearance } }, { responsibleId: [...persons] }] }
}

/** The same rule for rows that belong to a party by their `partyId`. */
export function ofVisibleParties(sequelize: Sequelize, viewer: Viewer): WhereOptions {
  return viewer.everything ? {} : { partyId: { [Op.notIn]: secretParties(sequelize, viewer) } }
}

/** Secret parties are few, so they are the ones that are listed. A `literal` escapes nothing by itself. */
function secretParties(sequelize: Sequelize, { clearance, persons }: Viewer) {
  const names = persons.map((id) => sequelize.escape(id)).join(', ') || "''"
  const others = `(responsible_id IS NULL OR responsible_id NOT IN (${names}))`
  return literal(`(SELECT id FROM parties WHERE secrecy_level > ${Math.trunc(clearance)} AND ${others})`)
}
