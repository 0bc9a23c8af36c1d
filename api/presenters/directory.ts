import { roles } from '../../db/records/people/roles.ts'
import { listUnits } from '../../db/records/people/unit.ts'
import { getUser } from '../../db/records/people/user.ts'
import type { Reading } from '../../db/records/reading.ts'
import type { GroupRef, PersonRef } from '../contract/index.ts'
import { remembered } from '../remembered.ts'

/** Names of people and groups, at most 5 s old: they are on every row, and change a few times a year. */
export interface Directory {
  /** Null for nobody and for the platform's own parts, which have no login. */
  person(id: string | null): Promise<PersonRef | null>
  /** A group nobody knows is shown by its id: a diagram may name one that does not exist here. */
  group(id: string): Promise<GroupRef>
}

const KEPT = 5_000

/** A directory of the people, roles and units in the database. */
export function createDirectory(reading: Reading, now: () => number): Directory {
  const person = remembered(
    async (id): Promise<PersonRef | null> => {
      const user = await getUser(reading, id)
      return user === null ? null : { id: user.id, name: user.name }
    },
    KEPT,
    now,
  )
  const groups = remembered(
    async () => {
      const units = (await listUnits(reading)).map(({ id, names }) => ({
        id,
        name: names.en,
        names: { ...names },
      }))
      const asGroups = Object.entries(roles).map(([id, names]) => ({
        id,
        name: names.en,
        names: { ...names },
      }))
      return new Map([...asGroups, ...units].map((group): [string, GroupRef] => [group.id, group]))
    },
    KEPT,
    now,
  )
  return {
    person: async (id) => (id === null || id === '' ? null : person(id)),
    group: async (id) => (await groups('all')).get(id) ?? { id, name: id },
  }
}
