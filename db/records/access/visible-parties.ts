import { Op, type WhereOptions } from 'sequelize'
import type { Viewer } from './viewer.ts'

/** Row rule of parties: their secrecy within the viewer's clearance, or the viewer is responsible for them. */
export function visibleParties({ everything, clearance, persons }: Viewer): WhereOptions {
  if (everything) return {}
  return { [Op.or]: [{ secrecyLevel: { [Op.lte]: clearance } }, { responsibleId: [...persons] }] }
}
