import { changeRecords } from '../../db/records/change-records.ts'
import { changeUser } from '../../db/records/people/change-user.ts'
import { getUser } from '../../db/records/people/user.ts'
import { ChangeMe, Me } from '../contract/index.ts'
import { notFound } from '../http/api-problem.ts'
import { orProblem } from '../http/outcome.ts'
import { type Route, route } from '../http/route.ts'
import { presentMe } from '../presenters/me.ts'
import type { Services } from '../services.ts'

/** Who I am, what I may do, how I like it. */
export function meRoutes(services: Services): Route[] {
  const read = route({
    method: 'get',
    path: '/api/me',
    tag: 'Me',
    summary: 'Who I am and what I may do',
    access: 'signed-in',
    answer: Me,
    handle: ({ person }) => presentMe(services, person),
  })

  const change = route({
    method: 'patch',
    path: '/api/me',
    tag: 'Me',
    summary: 'Change my language or theme',
    access: 'signed-in',
    body: ChangeMe,
    answer: Me,
    async handle({ person, body }) {
      const { database, now, people } = services
      const settings = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
      const done = await changeRecords(database, { by: person.id, now: now() }, async (changing) => {
        const user = await getUser(changing, person.id)
        if (user === null) throw notFound('person', person.id)
        return changeUser(changing, { id: user.id, version: user.version }, settings)
      })
      orProblem(done)
      people.forget(person.id)
      const changed = await people.current(person.id, person.session)
      return presentMe(services, typeof changed === 'string' ? person : changed)
    },
  })

  return [read, change]
}
