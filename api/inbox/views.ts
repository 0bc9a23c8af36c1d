import { DateTime } from 'luxon'
import type { WorkFilter, WorkQuery } from '../../db/inbox/inbox.ts'
import { WITHHOLDING } from '../../db/stores/candidacies/candidacy.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import type { Condition } from '../../engine/ports/store.ts'
import type { Identity } from '../auth/identity.ts'
import type { InboxView } from '../contract/index.ts'

type Conditions = Condition<Rows['tasks']>[]
export type InboxPerson = Pick<Identity, 'id' | 'groups' | 'timeZone'>

/** What listeners keep from beginning, or from ending, is nobody's work now. [UT9] */
const open: Conditions = [
  { column: 'state', is: '=', value: 'CREATED' },
  { column: 'transition', is: 'not in', value: WITHHOLDING },
]
const mine = (person: InboxPerson): Conditions => [{ column: 'assignee', is: '=', value: person.id }]
/** Delegated by this person, and not back yet. [UT7] */
const delegated = (person: InboxPerson): Conditions => [
  { column: 'owner', is: '=', value: person.id },
  { column: 'assignee', is: 'not null' },
]

/** Unassigned, and this person or a group of theirs is a candidate. */
const offered = (person: InboxPerson): Conditions[] => {
  const unassigned: Conditions = [{ column: 'assignee', is: 'null' }]
  const named: Conditions = [
    ...unassigned,
    { column: 'candidateUsers', is: 'has one of', value: [person.id] },
  ]
  const grouped: Conditions = [
    ...unassigned,
    { column: 'candidateGroups', is: 'has one of', value: person.groups },
  ]
  return person.groups.length === 0 ? [named] : [named, grouped]
}

const dueBefore = (at: number): Conditions => [
  { column: 'dueAt', is: 'not null' },
  { column: 'dueAt', is: '<', value: at },
]

/** A task that is to be followed up later is out of sight until then. [UT5] */
const followedUp = (now: number): Conditions => [
  { anyOf: [[{ column: 'followUpAt', is: 'null' }], [{ column: 'followUpAt', is: '<=', value: now }]] },
]

/** The first moment of tomorrow where the person is, epoch milliseconds. */
const endOfToday = (now: number, zone: string) =>
  DateTime.fromMillis(now, { zone }).endOf('day').toMillis() + 1

/** The same view, where the inbox has it at hand: open work. `filter`: what is looked for in it. */
export function workQuery(
  view: Exclude<InboxView, 'done'>,
  person: InboxPerson,
  now: number,
  filter: WorkFilter | null,
): WorkQuery {
  const { id, groups, timeZone } = person
  const assigned = { as: 'assignee', person: id } as const
  const mine = { own: assigned, groups: [], users: [] }
  const given = { own: { as: 'owner', person: id }, groups: [], users: [] } as const
  const free = { own: null, groups, users: [id] }
  const both = { own: assigned, groups, users: [id] }
  const come = { which: 'come', at: now } as const
  switch (view) {
    case 'mine':
      return { of: mine, filter, dueBefore: null, followUps: come }
    case 'groups':
      return { of: free, filter, dueBefore: null, followUps: come }
    case 'today':
      return { of: both, filter, dueBefore: endOfToday(now, timeZone), followUps: come }
    case 'overdue':
      return { of: both, filter, dueBefore: now, followUps: null }
    case 'waiting':
      return { of: given, filter, dueBefore: null, followUps: null }
    case 'later':
      return { of: both, filter, dueBefore: null, followUps: { which: 'later', at: now } }
  }
}

/** Which tasks a view shows to this person at `now`, as conditions for every other order. */
export function viewConditions(view: InboxView, person: InboxPerson, now: number): Conditions {
  const concernsMe: Conditions = [...open, { anyOf: [mine(person), ...offered(person)] }]
  switch (view) {
    case 'mine':
      return [...open, ...mine(person), ...followedUp(now)]
    case 'groups':
      return [...open, { anyOf: offered(person) }, ...followedUp(now)]
    case 'today':
      return [...concernsMe, ...dueBefore(endOfToday(now, person.timeZone)), ...followedUp(now)]
    case 'overdue':
      return [...concernsMe, ...dueBefore(now)]
    case 'waiting':
      return [...open, ...delegated(person)]
    case 'later':
      return [...concernsMe, { column: 'followUpAt', is: '>', value: now }]
    case 'done':
      return [
        { column: 'state', is: '=', value: 'COMPLETED' },
        { column: 'completedBy', is: '=', value: person.id },
      ]
  }
}
