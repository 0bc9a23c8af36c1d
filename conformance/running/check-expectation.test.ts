import type { Expectation } from '../pack/pack.ts'
import { checkExpectation } from './check-expectation.ts'
import type { Observed, StepFailure } from './contender.ts'

const nothing: Observed = {
  tasks: [],
  events: [],
  held: [],
  enabled: new Map(),
  ended: true,
  entered: new Map(),
  completed: new Map(),
  completions: [],
  variables: {},
  taskVariables: [],
  dataObjects: {},
  trace: [],
  errors: [],
}

const stuck = { kind: 'noOutgoingFlow', element: 'x', code: '', message: 'no way on' } as const
const rejected: StepFailure = { kind: 'rejected', message: 'not_waiting: it does not' }
const seeing = (given: Observed['variables']) => ({
  taskVariables: [{ task: 'a', variables: { around: 1, mine: 2 }, given }],
})

type Row = readonly [string, Omit<Expectation, 'op'>, Partial<Observed>, (StepFailure | null)?]

const holds: readonly Row[] = [
  ['tasks in any order', { tasks: ['a', 'b', 'a'] }, { tasks: ['b', 'a', 'a'] }],
  ['events among others', { events: ['a'] }, { events: ['b', 'a'] }],
  ['what an ad-hoc sub-process offers', { enabled: ['a'] }, { enabled: new Map([['ah', ['a']]]) }],
  ['counts', { completed: { a: 2, b: 0 } }, { completed: new Map([['a', 2]]) }],
  ['an order with others between', { order: ['a', 'c'] }, { completions: ['a', 'b', 'c'] }],
  ['tokens at joins and tasks', { tokensAt: ['j', 'a'] }, { held: ['j'], tasks: ['a'] }],
  ['a trace without what is ignored', { trace: ['x'], traceIgnore: ['y'] }, { trace: ['y', 'x'] }],
  [
    'a sum',
    { completedSum: { of: ['a', 'b'], is: 3 } },
    {
      completed: new Map([
        ['a', 2],
        ['b', 1],
      ]),
    },
  ],
  [
    'a variable of no prototype',
    { variables: { v: { n: 1 } } },
    { variables: { v: Object.assign(Object.create(null), { n: 1 }) } },
  ],
  [
    'some of what a task sees',
    { variables: { '@a': { mine: 2 } } },
    { tasks: ['a'], ...seeing({ mine: 2 }) },
  ],
  ['exactly what a task was given', { variables: { '@a!': { mine: 2 } } }, seeing({ mine: 2 })],
  ['an error where it stands', { error: { kind: 'noOutgoingFlow', element: 'x' } }, { errors: [stuck] }],
  ['a refused step as any error', { error: { kind: 'any' } }, {}, rejected],
]

const fails: readonly Row[] = [
  ['a task too many', { tasks: ['a'] }, { tasks: ['a', 'a'] }],
  ['an event that does not wait', { events: ['a', 'a'] }, { events: ['a'] }],
  ['another offer', { enabled: [] }, { enabled: new Map([['ah', ['a']]]) }],
  ['an instance that runs', { ended: true }, { ended: false }],
  ['an activation', { notEntered: ['a'] }, { entered: new Map([['a', 1]]) }],
  ['what waits', { notWaiting: ['a'] }, { events: ['a'] }],
  ['another order', { order: ['b', 'a'] }, { completions: ['a', 'b'] }],
  ['another count', { entered: { a: 1 } }, { entered: new Map([['a', 2]]) }],
  ['a token that is gone', { tokensAt: ['j'] }, {}],
  ['another value', { variables: { v: 1 } }, { variables: { v: '1' } }],
  ['another data object', { variables: { 'dataObject:d': 1 } }, {}],
  ['a task that does not wait', { variables: { '@a': {} } }, {}],
  ['more than a task was given', { variables: { '@a!': { mine: 2 } } }, seeing({ around: 1, mine: 2 })],
  ['no error', { error: { kind: 'any' } }, {}],
  ['an error elsewhere', { error: { kind: 'any', element: 'y' } }, { errors: [stuck] }],
  ['a refused step as an uncaught error', { error: { kind: 'uncaughtError' } }, {}, rejected],
]

const check = ([, step, seen, failure = null]: Row) =>
  checkExpectation({ op: 'expect', ...step }, { ...nothing, ...seen }, failure)

const titled = (rows: readonly Row[]) => rows.map((row) => [row[0], row] as const)

test.each(titled(holds))('holds: %s', (_, row) => expect(check(row)).toEqual([]))
test.each(titled(fails))('fails: %s', (_, row) => expect(check(row)).not.toEqual([]))

test('an error nobody expected is named beside what is missing, and only then', () => {
  const errors = [stuck]
  expect(check(['', { ended: true }, { errors }])).toEqual([])
  expect(check(['', { ended: true }, { ended: false, errors }])).toContain('there is: no way on')
})
