import { listPeople } from '../../db/records/people/list-people.ts'
import { substitutesOf } from '../../db/records/people/substitution.ts'
import type { User } from '../../db/records/people/user.ts'
import type { Change } from '../../db/records/reading.ts'

/** Who may act for the group now, substitutes included, without `except`. */
export async function membersOf(change: Change, group: string, except: string): Promise<string[]> {
  const members = (await everybody(change)).filter(({ units, roles }) =>
    [...units, ...roles].some((id) => id === group),
  )
  const substitutes = await Promise.all(members.map(({ id }) => substitutesOf(change, id, change.now)))
  const all = new Set([...members.map(({ id }) => id), ...substitutes.flat()])
  return [...all].filter((id) => id !== except)
}

/** Everybody who can sign in, page by page. */
async function everybody(change: Change): Promise<User[]> {
  const people: User[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listPeople>> = await listPeople(change, {
      limit: 200,
      ...(cursor === null ? {} : { cursor }),
    })
    people.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  return people
}
