import type { CalendarDefinition } from '../../../engine/calendar/index.ts'
import { modelsOf } from '../../models/models-of.ts'
import { getCompany } from '../company/company.ts'
import { listUnits, type Unit, unitsAbove } from '../people/unit.ts'
import type { Reading } from '../reading.ts'
import { findRows } from '../rows.ts'
import { type Calendar, listCalendars } from './calendar.ts'
import { inherit } from './inherit.ts'

export const companyId = 'company'
const USER = 'user:'

/** Every calendar that can be named, also those of units and people that have none of their own. */
export interface CalendarBook {
  /** As it was made; undefined where nothing was. */
  own(id: string): Calendar | undefined
  /** What holds; undefined when there is no such unit or person. */
  definitionOf(id: string): CalendarDefinition | undefined
  /** Units by whose calendars it goes, the nearest first; undefined when there is no such unit or person. */
  unitsOf(id: string): readonly Unit[] | undefined
}

/**
 * All of it, read at once: it is small, and asked for far more often than it changes.
 * @param zone of a company that is still to be set up
 */
export async function readCalendarBook(reading: Reading, zone: string): Promise<CalendarBook> {
  const { user, membership } = modelsOf(reading.sequelize)
  const company = await getCompany(reading)
  const calendars = new Map((await listCalendars(reading)).map((calendar) => [calendar.id, calendar]))
  const units = await listUnits(reading)
  const users = await findRows(reading, user, { attributes: ['id'] })
  const members = await findRows(reading, membership, { order: ['userId', 'unitId'] })
  const unitsByUser = new Map(users.map(({ id }): [string, string[]] => [id, []]))
  for (const { userId, unitId } of members) unitsByUser.get(userId)?.push(unitId)

  const unitsOf = (id: string): readonly Unit[] | undefined => {
    if (id === companyId) return []
    if (id.startsWith(USER)) return unitsOfUser(unitsByUser.get(id.slice(USER.length)))
    const chain = unitsAbove(units, id)
    return chain.length === 0 ? undefined : chain
  }

  /** Of several units the first that goes by a calendar of its own; they are in the order of their ids. */
  const unitsOfUser = (ids: readonly string[] | undefined): readonly Unit[] | undefined => {
    const chains = ids?.map((id) => unitsAbove(units, id))
    return chains?.find((chain) => chain.some(({ id }) => calendars.has(id))) ?? chains?.[0] ?? (ids && [])
  }

  return {
    own: (id) => calendars.get(id),
    unitsOf,
    definitionOf(id) {
      const above = unitsOf(id)
      if (above === undefined) return undefined
      const ids = new Set([id, ...above.map((unit) => unit.id), companyId])
      const chain = [...ids].flatMap((one) => calendars.get(one) ?? [])
      return inherit(chain, company?.timeZone ?? zone)
    },
  }
}
