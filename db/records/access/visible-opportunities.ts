import { Op, type Sequelize, type WhereOptions } from 'sequelize'
import type { Viewer } from './viewer.ts'
import { ofVisibleParties } from './visible-parties.ts'

/**
 * Row rule of opportunities, the only one: for lists, counts, totals, search and look-ups alike (invariant 18).
 * One's own deals, and those of the units one sees unless their party is secret to one.
 */
export function visibleOpportunities(sequelize: Sequelize, viewer: Viewer): WhereOptions {
  if (viewer.everything) return {}
  const ofUnits = { [Op.and]: [{ unitId: [...viewer.units] }, ofVisibleParties(sequelize, viewer)] }
  return { [Op.or]: [{ ownerId: [...viewer.persons] }, ofUnits] }
}
