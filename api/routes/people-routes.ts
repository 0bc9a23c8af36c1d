import { z } from 'zod'
import { listPeople } from '../../db/records/people/list-people.ts'
import { listUnits } from '../../db/records/people/unit.ts'
import type { User } from '../../db/records/people/user.ts'
import { listOf, Person, pageQuery, searchQuery, Unit } from '../contract/index.ts'
import { type Route, route } from '../http/route.ts'
import type { Services } from '../services.ts'

/** Colleagues and departments. */
export function peopleRoutes({ reading, directory }: Services): Route[] {
  const present = async (user: User): Promise<Person> => ({
    id: user.id,
    name: user.name,
    email: user.email,
    roles: [...user.roles],
    units: await Promise.all(user.units.map((unit) => directory.group(unit))),
    enabled: !user.disabled,
  })

  const people = route({
    method: 'get',
    path: '/api/people',
    tag: 'People',
    summary: 'People by name',
    access: 'person.read',
    query: z.strictObject({ ...pageQuery, ...searchQuery }),
    answer: listOf(Person).meta({ id: 'PersonList' }),
    async handle({ query }) {
      const page = await listPeople(reading, query)
      return { ...page, items: await Promise.all(page.items.map(present)) }
    },
  })

  const units = route({
    method: 'get',
    path: '/api/units',
    tag: 'People',
    summary: 'Departments',
    access: 'person.read',
    answer: z.object({ items: z.array(Unit) }).meta({ id: 'UnitList' }),
    async handle() {
      const all = await listUnits(reading)
      return {
        items: all.map(({ id, names, parentId }) => ({
          id,
          name: names.en,
          names: { ...names },
          parent: parentId,
        })),
      }
    },
  })

  return [people, units]
}
