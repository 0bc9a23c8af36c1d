import { type Group, groupsOf } from '../../db/records/people/groups-of.ts'
import { getUser, type User } from '../../db/records/people/user.ts'
import type { Reading } from '../../db/records/reading.ts'
import { Language, Theme } from '../contract/index.ts'
import { remembered } from '../remembered.ts'
import type { Identity, Session } from './identity.ts'
import { sessionAlive } from './session-alive.ts'

type SignedOutReason = 'logged_out' | 'disabled' | 'rights_changed'

/** Who people are now: at most 2.5 s old, so that whatever ends a session has ended it everywhere within 5 s. */
export interface CurrentPeople {
  /** The person, if the session they were recognised by still holds; else why not. */
  current(person: string, session: Session): Promise<Identity | SignedOutReason>
  /** The person has changed on this node: look again. */
  forget(person: string): void
  /** Some session has ended on this node: look again. */
  forgetSessions(): void
}

const KEPT = 2_500

/** People as the database has them now, remembered for 2.5 s; `now` in epoch milliseconds. */
export function currentPeople(reading: Reading, now: () => number): CurrentPeople {
  const person = remembered(
    async (id) => {
      const user = await getUser(reading, id)
      return user === null
        ? null
        : { user, identity: withoutSession(user, await groupsOf(reading, id, now())) }
    },
    KEPT,
    now,
  )
  const alive = remembered((family) => sessionAlive(reading, family, now()), KEPT, now)
  return {
    async current(id, session) {
      const found = await person(id)
      if (found === null || found.user.disabled) return 'disabled'
      if (found.user.sessionEpoch !== session.epoch) return 'rights_changed'
      if (session.family !== null && !(await alive(session.family))) return 'logged_out'
      return { ...found.identity, session }
    },
    forget: person.forget,
    forgetSessions: alive.forgetAll,
  }
}

const language = Language.catch('en')
const theme = Theme.catch('auto')

function withoutSession(user: User, groups: readonly Group[]): Omit<Identity, 'session'> {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    roles: user.roles,
    units: user.units,
    groups: groups.map((group) => group.id),
    timeZone: user.timeZone,
    language: language.parse(user.language),
    theme: theme.parse(user.theme),
  }
}
