import { z } from 'zod'
import { groupsOf } from '../../db/records/people/groups-of.ts'
import { isRole } from '../../db/records/people/roles.ts'
import { substitutesOf } from '../../db/records/people/substitution.ts'
import { listUnits } from '../../db/records/people/unit.ts'
import { getUser } from '../../db/records/people/user.ts'
import type { Change } from '../../db/records/reading.ts'
import { membersOf } from './members.ts'

/** A place in a round: whose vote it is, and whose task. */
export const seat = z.object({
  /** Person or group that is asked. */
  approver: z.string(),
  assignee: z.string().nullable(),
  groups: z.array(z.string()),
  users: z.array(z.string()),
})
export type Seat = z.infer<typeof seat>

/**
 * The seat of an approver, null when nobody could take it. The requester never gets the task: a group that they belong
 * to is asked person by person instead. For whoever is absent their substitutes are asked too.
 */
export async function seatOf(change: Change, approver: string, requester: string): Promise<Seat | null> {
  if (!(await isGroup(change, approver))) return seatOfPerson(change, approver, requester)
  const own = await groupsOf(change, requester, change.now)
  if (!own.some(({ id }) => id === approver))
    return { approver, assignee: null, groups: [approver], users: [] }
  const users = await membersOf(change, approver, requester)
  return users.length === 0 ? null : { approver, assignee: null, groups: [], users }
}

export const isGroup = async (change: Change, id: string): Promise<boolean> =>
  isRole(id) || (await listUnits(change)).some((unit) => unit.id === id)

async function seatOfPerson(change: Change, approver: string, requester: string): Promise<Seat | null> {
  const person = await getUser(change, approver)
  if (person === null || person.disabled || approver === requester) return null
  const substitutes = (await substitutesOf(change, approver, change.now)).filter((id) => id !== requester)
  return substitutes.length === 0
    ? { approver, assignee: approver, groups: [], users: [] }
    : { approver, assignee: null, groups: [], users: [approver, ...substitutes] }
}
