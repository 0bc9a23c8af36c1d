import type { Identity } from '../auth/identity.ts'
import type { Watch } from '../contract/index.ts'

export const personRoom = (person: string) => `person:${person}`
export const groupRoom = (group: string) => `group:${group}`
export const watchedRoom = (what: Watch) => `${what.kind}:${what.key}`

/** The rooms that a person is in without asking: their own, and one per unit and role. [L1] */
export const roomsOf = (person: Pick<Identity, 'id' | 'groups'>) => [
  personRoom(person.id),
  ...person.groups.map(groupRoom),
]

/** True for a room that is entered by watching, not by who one is. */
export const isWatchedRoom = (room: string) => /^(instance|record|process):/.test(room)
