import type { Identity } from '../auth/identity.ts'
import { Permission } from '../contract/index.ts'
import type { InstanceFacts } from './instance-facts.ts'
import { isNamed, type OfferFacts } from './offer-facts.ts'
import { permissionsOf } from './permissions.ts'
import type { TaskFacts } from './task-facts.ts'

/** Acts on one thing, and what must be known of it to decide. */
interface ActsOn {
  'task.read': TaskFacts
  'task.claim': TaskFacts
  'task.release': TaskFacts
  'task.complete': TaskFacts
  'task.reassign': TaskFacts
  'task.delegate': TaskFacts
  'task.resolve': TaskFacts
  'task.follow_up': TaskFacts
  'instance.read_this': InstanceFacts
  /** `managers`: of the units by whose calendars it goes, and of those above them. */
  'calendar.change_this': { readonly managers: readonly string[] }
  /** An activity of an ad-hoc sub-process in an instance that the person may see. */
  'offer.begin': OfferFacts
  /** `starters`: groups or people of `kartabl:candidateStarters`; empty means everyone. */
  'process.start_this': { readonly starters: readonly string[] }
  /** People who acted before and must not act now: see `four-eyes.ts`. */
  'task.act_after': { readonly excluded: readonly string[] }
}

export type Action = Permission | keyof ActsOn
export type Objects<A extends Action> = A extends keyof ActsOn ? [ActsOn[A]] : []

/** The person as far as rights go. */
export type Actor = Pick<Identity, 'id' | 'roles' | 'groups'>

const has = (person: Actor, permission: Permission) => permissionsOf(person.roles).includes(permission)

const isCandidate = (person: Actor, task: TaskFacts) =>
  task.candidateUsers.includes(person.id) ||
  task.candidateGroups.some((group) => person.groups.includes(group))

/** Nobody is named: it is for those who hand out work. */
const isUnnamed = (task: TaskFacts) => task.candidateUsers.length === 0 && task.candidateGroups.length === 0

const mayTake = (person: Actor, task: TaskFacts) =>
  isCandidate(person, task) || (isUnnamed(task) && has(person, 'task.assign'))

const mayStart = (person: Actor, starters: readonly string[]) =>
  has(person, 'process.start') &&
  (starters.length === 0 ||
    starters.some((starter) => starter === person.id || person.groups.includes(starter)))

const concerns = (person: Actor, task: TaskFacts) =>
  task.assignee === person.id ||
  task.owner === person.id ||
  task.completedBy === person.id ||
  isCandidate(person, task)

const rules: { readonly [A in keyof ActsOn]: (person: Actor, object: ActsOn[A]) => boolean } = {
  'task.read': (person, task) =>
    has(person, 'task.read_all') || (has(person, 'inbox.use') && concerns(person, task)),
  'task.claim': (person, task) => has(person, 'inbox.use') && task.assignee === null && mayTake(person, task),
  'task.release': (person, task) =>
    has(person, 'inbox.use') &&
    task.assignee !== null &&
    (task.assignee === person.id || has(person, 'task.assign')),
  'task.complete': (person, task) =>
    has(person, 'inbox.use') &&
    task.owner === null &&
    (task.assignee === null ? mayTake(person, task) : task.assignee === person.id),
  'task.reassign': (person) => has(person, 'task.assign'),
  'task.delegate': (person, task) => has(person, 'inbox.use') && task.assignee === person.id,
  // What is offered to a group is not put out of the others' sight by one of them.
  'task.follow_up': (person, task) => has(person, 'inbox.use') && task.assignee === person.id,
  'task.resolve': (person, task) =>
    has(person, 'inbox.use') &&
    task.owner !== null &&
    (task.assignee === person.id || task.owner === person.id || has(person, 'task.assign')),
  // `visible-instances.ts` says the same for lists.
  'instance.read_this': (person, { startedBy, tasks, offers, recordVisible, starters }) =>
    has(person, 'instance.read_all') ||
    (has(person, 'instance.read') &&
      (startedBy === person.id ||
        tasks.some((task) => concerns(person, task)) ||
        offers.some(({ named }) => named !== null && isNamed(person, named)) ||
        (recordVisible ?? (starters !== null && mayStart(person, starters))))),
  // The company's own has no managers.
  'calendar.change_this': (person, { managers }) =>
    has(person, 'calendar.change') &&
    (person.roles.includes('administrator') || managers.includes(person.id)),
  'offer.begin': (person, { named }) =>
    has(person, 'inbox.use') && (named === null || isNamed(person, named) || has(person, 'task.assign')),
  'process.start_this': (person, { starters }) => mayStart(person, starters),
  'task.act_after': (person, { excluded }) => !excluded.includes(person.id),
}

/**
 * The one authorisation of REST and sockets: may this person do this (to this thing)? What no rule grants is denied.
 * Rules look at who the person is and at the thing; whether the thing is in a fit state is the engine's business.
 */
export function may<A extends Action>(person: Actor, action: A, ...object: Objects<A>): boolean {
  const [thing] = object
  if (thing === undefined)
    return Permission.options.includes(action as Permission) && has(person, action as Permission) // a permission is the only action without an object
  if (!Object.hasOwn(rules, action)) return false
  // `Objects` ties the action to the type of its object; TypeScript cannot follow that into the table.
  const rule = rules[action as keyof ActsOn] as (person: Actor, object: unknown) => boolean
  return rule(person, thing)
}
