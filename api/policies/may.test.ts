import type { Role } from '../contract/index.ts'
import type { InstanceFacts } from './instance-facts.ts'
import { type Action, type Actor, may } from './may.ts'
import type { TaskFacts } from './task-facts.ts'

const person = (roles: Role[], groups: string[] = []): Actor => ({
  id: 'me',
  roles,
  groups: [...roles, ...groups],
})
const task = (facts: Partial<TaskFacts>): TaskFacts => ({
  state: 'CREATED',
  assignee: null,
  completedBy: null,
  owner: null,
  candidateUsers: [],
  candidateGroups: [],
  ...facts,
})
type TaskAction = 'task.read' | 'task.claim' | 'task.release' | 'task.complete' | 'task.reassign'

const staff = person(['staff'], ['sales'])
const manager = person(['manager'])
const nobody = person([])
const mine = task({ assignee: 'me' })
const offered = task({ candidateGroups: ['sales'] })
const named = task({ candidateUsers: ['me'] })
const others = task({ assignee: 'you', candidateGroups: ['sales'] })
const foreign = task({ candidateGroups: ['finance'] })
const unnamed = task({})

test.each<[string, Actor, TaskAction, TaskFacts, boolean]>([
  ['staff see what is theirs', staff, 'task.read', mine, true],
  ['staff see what their group is offered', staff, 'task.read', offered, true],
  ['staff see what a colleague has taken from their group', staff, 'task.read', others, true],
  ['staff do not see what is not theirs', staff, 'task.read', foreign, false],
  [
    'staff see what they did',
    staff,
    'task.read',
    task({ completedBy: 'me', candidateGroups: ['finance'] }),
    true,
  ],
  ['managers see all', manager, 'task.read', foreign, true],
  ['a candidate group claims', staff, 'task.claim', offered, true],
  ['a candidate claims', staff, 'task.claim', named, true],
  ['nobody claims what is taken', staff, 'task.claim', others, false],
  ['a manager does not claim for a group that is not theirs', manager, 'task.claim', foreign, false],
  ['a manager takes what nobody is named for', manager, 'task.claim', unnamed, true],
  ['staff do not take what nobody is named for', staff, 'task.claim', unnamed, false],
  ['one completes one’s own', staff, 'task.complete', mine, true],
  ['one completes what one could claim', staff, 'task.complete', offered, true],
  ['one does not complete a colleague’s', staff, 'task.complete', others, false],
  ['a manager does not complete a colleague’s', manager, 'task.complete', others, false],
  ['one gives back one’s own', staff, 'task.release', mine, true],
  ['staff do not take from others', staff, 'task.release', others, false],
  ['a manager takes from others', manager, 'task.release', others, true],
  ['staff do not hand out', staff, 'task.reassign', mine, false],
  ['who has no role may nothing', nobody, 'task.read', mine, false],
  ['who has no role may nothing', nobody, 'task.complete', mine, false],
])('%s', (_what, actor, action, facts, expected) => {
  expect(may(actor, action, facts)).toBe(expected)
})

test('a process is started by those whom it names, and by everyone when it names nobody', () => {
  expect(may(staff, 'process.start_this', { starters: ['sales'] })).toBe(true)
  expect(may(staff, 'process.start_this', { starters: ['me'] })).toBe(true)
  expect(may(staff, 'process.start_this', { starters: ['finance'] })).toBe(false)
  expect(may(staff, 'process.start_this', { starters: [] })).toBe(true)
  expect(may(nobody, 'process.start_this', { starters: [] })).toBe(false)
})

const seen = (facts: Partial<InstanceFacts>): InstanceFacts => ({
  startedBy: 'you',
  tasks: [],
  offers: [],
  recordVisible: null,
  starters: null,
  ...facts,
})

test.each<[string, Actor, InstanceFacts, boolean]>([
  ['managers see every instance', manager, seen({ recordVisible: false }), true],
  ['staff see what they started', staff, seen({ startedBy: 'me', recordVisible: false }), true],
  ['staff see where they have a task', staff, seen({ tasks: [foreign, offered] }), true],
  [
    'staff see where something is offered to them',
    staff,
    seen({ offers: [{ named: { people: [], groups: ['sales'] } }], recordVisible: false }),
    true,
  ],
  [
    'staff do not see where something is offered to others or to nobody in particular',
    staff,
    seen({ offers: [{ named: { people: ['you'], groups: [] } }, { named: null }], recordVisible: false }),
    false,
  ],
  ['staff see where they did a task', staff, seen({ tasks: [task({ completedBy: 'me' })] }), true],
  ['staff see what is about a record they see', staff, seen({ recordVisible: true }), true],
  [
    'staff do not see what is about a hidden record, whoever may start it',
    staff,
    seen({ recordVisible: false, starters: [] }),
    false,
  ],
  ['staff see what is about nothing and theirs to start', staff, seen({ starters: ['sales'] }), true],
  ['staff do not see what others start', staff, seen({ starters: ['finance'] }), false],
  ['staff do not see what was called elsewhere', staff, seen({ tasks: [foreign] }), false],
  ['who has no role sees nothing', nobody, seen({ startedBy: 'me', starters: [] }), false],
])('%s', (_what, actor, facts, expected) => {
  expect(may(actor, 'instance.read_this', facts)).toBe(expected)
})

test('what no rule knows is denied', () => {
  // Somebody who names an action that is none: the compiler would refuse it, a mistake in a table would not.
  expect(may(manager, 'toString' as Action & 'task.read', mine)).toBe(false)
  expect(may(manager, 'constructor' as Action & 'person.read')).toBe(false)
})

test.each<[string, Actor, string[] | null, boolean]>([
  ['who is named begins an activity', staff, ['me'], true],
  ['whose group is named begins it', staff, ['sales'], true],
  ['others do not', staff, ['finance'], false],
  ['whoever sees the case begins what names nobody', staff, null, true],
  ['who hands out work begins all', manager, ['finance'], true],
  ['who has no role begins nothing', nobody, null, false],
])('%s', (_what, actor, names, expected) => {
  const named = names && { people: names, groups: names }
  expect(may(actor, 'offer.begin', { named })).toBe(expected)
})
