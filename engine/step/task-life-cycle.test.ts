import { cloneState } from '../state/clone.ts'
import { loadState } from '../state/codec.ts'
import type { ListenerResult } from '../state/command.ts'
import { decodeEvents, encodeEvents } from '../state/event-codec.ts'
import { replay } from '../state/replay.ts'
import { encodeState } from '../state/state-codec.ts'
import { encodeVariables } from '../state/variables-codec.ts'
import { diagram } from '../testing/diagram.ts'
import { type Player, play } from '../testing/player.ts'

/** Task listeners by `event:type`. */
const listeners = (...all: readonly string[]): string =>
  `<zeebe:taskListeners>${all
    .map((one) => one.split(':'))
    .map(([event, type]) => `<zeebe:taskListener eventType="${event}" type="${type}" retries="2"/>`)
    .join('')}</zeebe:taskListeners>`

const PASSES: ListenerResult = { denied: null, corrections: {} }

const answer = (player: Player, id: string, result: Partial<ListenerResult> = {}): void =>
  player.answer(id, result)

const listened = (extensions: string, assignee?: string) =>
  diagram('p')
    .start()
    .userTask('a', { extensions, ...(assignee !== undefined && { assignee }) })
    .end()

describe('delegation', () => {
  const task = diagram('p').start().userTask('a', { assignee: 'mina' }).end()

  test('[UT7] a delegated task comes back to its owner when it is resolved', async () => {
    const player = await play(task)
    const { key } = player.find('a')
    player.give({ type: 'delegateTask', key, assignee: 'sara' })
    expect(player.find('a').task).toMatchObject({ assignee: 'sara', owner: 'mina' })
    player.give({ type: 'resolveTask', key })
    expect(player.find('a').task).toMatchObject({ assignee: 'mina', owner: null })
  })

  test('[UT7] handed on, it still has its first owner', async () => {
    const player = await play(task)
    const { key } = player.find('a')
    player.give({ type: 'delegateTask', key, assignee: 'sara' })
    player.give({ type: 'delegateTask', key, assignee: 'omid' })
    expect(player.find('a').task).toMatchObject({ assignee: 'omid', owner: 'mina' })
    player.give({ type: 'delegateTask', key, assignee: 'mina' })
    expect(player.find('a').task).toMatchObject({ assignee: 'mina', owner: null })
  })

  test('[UT7] given back it goes to its owner, given to someone else it is delegated no more', async () => {
    const player = await play(task)
    const { key } = player.find('a')
    player.give({ type: 'delegateTask', key, assignee: 'sara' })
    player.give({ type: 'assignTask', key, assignee: null })
    expect(player.find('a').task).toMatchObject({ assignee: 'mina', owner: null })
    player.give({ type: 'delegateTask', key, assignee: 'sara' })
    player.give({ type: 'assignTask', key, assignee: 'omid' })
    expect(player.find('a').task).toMatchObject({ assignee: 'omid', owner: null })
  })

  test('[UT8] it is completed by its owner, once it is resolved', async () => {
    const player = await play(task)
    const { key } = player.find('a')
    const complete = { type: 'completeTask', key, variables: {}, outcome: null } as const
    expect(player.tryToGive({ type: 'resolveTask', key })).toBe('task_not_delegated')
    player.give({ type: 'delegateTask', key, assignee: 'sara' })
    expect(player.tryToGive(complete)).toBe('task_delegated')
    player.give({ type: 'resolveTask', key })
    player.give(complete)
    expect(player.status).toBe('completed')
  })

  test('[UT7] nobody delegates what nobody has', async () => {
    const player = await play(diagram('p').start().userTask('a').end())
    const { key } = player.find('a')
    expect(player.tryToGive({ type: 'delegateTask', key, assignee: 'sara' })).toBe('task_not_assigned')
  })
})

describe('listeners of a task', () => {
  test('[UT9] are asked in order before it is there for people and before it is given to someone', async () => {
    const player = await play(listened(listeners('creating:c1', 'assigning:g', 'creating:c2'), 'mina'))
    const { key } = player.find('a')
    expect(player.tryToGive({ type: 'assignTask', key, assignee: 'sara' })).toBe('task_in_transition')
    answer(player, 'a')
    answer(player, 'a')
    expect(player.trace.slice(-4)).toEqual([
      'listening ended a',
      'task opened a',
      'task transition begun a',
      'job created a (g, 2)',
    ])
    expect(player.find('a').task?.assignee).toBe(null)
    answer(player, 'a')
    expect(player.find('a').task?.assignee).toBe('mina')
  })

  test('[UT9] hold up its completion, with what was typed', async () => {
    const player = await play(listened(listeners('completing:c')))
    player.complete('a', { amount: 5 }, 'approve')
    expect(player.variables).toEqual({})
    expect(player.status).toBe('active')
    answer(player, 'a')
    expect(player.variables).toEqual({ amount: 5, outcome: 'approve' })
    expect(player.events).toContainEqual({
      type: 'taskCompleted',
      key: expect.any(Number),
      outcome: 'approve',
      listened: true,
    })
    expect(player.status).toBe('completed')
  })

  test.each([
    ['assigning', (key: number) => ({ type: 'assignTask', key, assignee: 'mina' }) as const],
    ['updating', (key: number) => ({ type: 'updateTask', key, changes: { priority: 9 } }) as const],
    [
      'completing',
      (key: number) => ({ type: 'completeTask', key, variables: { a: 1 }, outcome: null }) as const,
    ],
  ])('[UT10] may deny the %s with a reason: the task is as it was, and open', async (event, command) => {
    const player = await play(listened(listeners(`${event}:x`)))
    const { key } = player.find('a')
    const before = cloneState(player.state)
    player.give(command(key))
    answer(player, 'a', { denied: 'not today' })
    expect(player.events.at(-1)).toEqual({
      type: 'taskTransitionDenied',
      key,
      transition: event,
      reason: 'not today',
    })
    expect(player.find('a').task).toEqual(before.elements.get(key)?.task)
    expect(player.tryToGive(command(key))).toBe(null)
  })

  test.each(['creating', 'canceling'])('[UT10] can not deny the %s', async (event) => {
    const player = await play(listened(listeners(`${event}:x`)))
    if (event === 'canceling') player.cancel()
    const { key, job } = player.find('a')
    const result = { denied: 'no', corrections: {} }
    expect(player.tryToGive({ type: 'completeJob', key, job: job!.key, variables: {}, result })).toBe(
      'listener_result_not_allowed',
    )
  })

  test('[UT10] may correct what is about to happen; the next one is asked with the corrections', async () => {
    const player = await play(listened(listeners('creating:c1', 'creating:c2'), 'mina'))
    answer(player, 'a', { corrections: { assignee: 'sara', priority: 80 } })
    expect(player.find('a').extra?.listening?.transition?.corrections).toEqual({
      assignee: 'sara',
      priority: 80,
    })
    answer(player, 'a', { corrections: { candidateGroups: ['sales'], priority: 90 } })
    expect(player.find('a').task).toMatchObject({ assignee: 'sara', candidateGroups: ['sales'] })
    expect(player.events).toContainEqual(
      expect.objectContaining({
        type: 'taskUpdated',
        changes: { priority: 90, candidateGroups: ['sales'] },
      }),
    )
  })

  test('[UT10] correct an assignment, an update and a completion', async () => {
    const player = await play(listened(listeners('assigning:x', 'updating:x', 'completing:x')))
    const { key } = player.find('a')
    player.give({ type: 'assignTask', key, assignee: 'mina' })
    answer(player, 'a', { corrections: { assignee: 'sara' } })
    player.give({ type: 'updateTask', key, changes: { priority: 10, dueAt: 5 } })
    answer(player, 'a', { corrections: { priority: 20, assignee: null } })
    expect(player.find('a').task?.assignee).toBe(null)
    player.complete('a')
    answer(player, 'a', { corrections: { assignee: 'omid' } })
    expect(player.trace.slice(-8, -3)).toEqual([
      'listening ended a',
      'task assigned a to omid',
      'task completed a',
      'completed a',
      'taken a-end',
    ])
  })

  test('[UT9] [JB2] a listener that fails is an incident of the task, which waits', async () => {
    const player = await play(listened(listeners('completing:c')))
    player.complete('a', { x: 1 })
    player.fail('a', 0)
    expect(player.incidents).toEqual([expect.stringContaining('JOB_NO_RETRIES at a')])
    const { key, job } = player.find('a')
    player.give({ type: 'updateJobRetries', key, job: job!.key, retries: 1 })
    player.resolve('a')
    answer(player, 'a')
    expect(player.variables).toEqual({ x: 1 })
  })

  test('[UT9] a listener whose type can not be computed is an incident; resolving asks it', async () => {
    const player = await play(
      listened(listeners('creating:=kind', 'assigning:=kind', 'completing:=kind'), 'm'),
    )
    expect(player.incidents).toEqual([expect.stringContaining('EXTRACT_VALUE_ERROR at a')])
    player.setVariables({ kind: 'k' })
    player.resolve('a')
    player.setVariables({ kind: null })
    answer(player, 'a')
    expect(player.incidents).toHaveLength(1)
    player.setVariables({ kind: 'k' })
    player.resolve('a')
    answer(player, 'a')
    player.complete('a')
    answer(player, 'a')
    expect(player.status).toBe('completed')
  })

  test('a listener of a task throws no BPMN errors, and other jobs have no result', async () => {
    const player = await play(
      diagram('p')
        .start()
        .userTask('a', { extensions: listeners('creating:x') })
        .serviceTask('b', 'b')
        .end(),
    )
    const given = player.find('a')
    const error = { code: 'e', message: '', variables: {} }
    expect(player.tryToGive({ type: 'throwJobError', key: given.key, job: given.job!.key, ...error })).toBe(
      'listener_result_not_allowed',
    )
    answer(player, 'a')
    player.complete('a')
    const { key, job } = player.find('b')
    expect(player.tryToGive({ type: 'completeJob', key, job: job!.key, variables: {}, result: PASSES })).toBe(
      'listener_result_not_allowed',
    )
  })
})

describe('[UT11] a task whose canceling is listened to', () => {
  const canceling = listeners('canceling:bye')

  test('stays until its listeners are done; the boundary event goes on at once', async () => {
    const player = await play(
      diagram('p')
        .start()
        .userTask('a', { extensions: canceling })
        .end()
        .boundary('late', 'a', { duration: 'PT1H' })
        .userTask('b')
        .end('end2'),
    )
    player.advanceTo('2026-01-06T08:00:00Z')
    expect(player.resting).toEqual(['a', 'b'])
    player.complete('b')
    expect(player.status).toBe('active')
    answer(player, 'a')
    expect(player.trace.slice(-4)).toEqual([
      'listening ended a',
      'task canceled a',
      'terminated a',
      'instance completed',
    ])
  })

  test('keeps the scopes around it that end with it, and the instance', async () => {
    const player = await play(
      diagram('p')
        .start()
        .subProcess('s', (inside) =>
          inside
            .start('s1')
            .parallel('fork')
            .userTask('a', { extensions: canceling })
            .end('s2')
            .from('fork')
            .userTask('c')
            .end('s3'),
        )
        .end(),
    )
    player.cancel()
    expect(player.resting).toEqual(['a'])
    expect(player.status).toBe('active')
    player.cancel()
    answer(player, 'a')
    expect(player.trace.slice(-4)).toEqual([
      'task canceled a',
      'terminated a',
      'terminated s',
      'instance canceled',
    ])
    expect(player.status).toBe('canceled')
  })

  test('keeps the scope that a modification leaves with nothing else', async () => {
    const player = await play(
      diagram('p')
        .start()
        .subProcess('s', (inside) => inside.start('s1').userTask('a', { extensions: canceling }).end('s2'))
        .userTask('b')
        .end(),
    )
    player.modify({ do: 'terminateAll', element: 'a' })
    expect(player.resting).toEqual(['a'])
    answer(player, 'a')
    expect(player.trace.slice(-3)).toEqual(['terminated a', 'terminated s', 'instance canceled'])
  })

  test('lets a loop that ends early end when it has', async () => {
    const player = await play(
      diagram('p')
        .start()
        .userTask('a', {
          extensions: canceling,
          multiInstance: {
            inputCollection: '=[1, 2]',
            inputElement: 'n',
            completionCondition: '=numberOfCompletedInstances = 1',
          },
        })
        .userTask('b')
        .end(),
    )
    player.complete('a#1')
    expect(player.resting).toEqual(['a#2'])
    answer(player, 'a#2')
    expect(player.resting).toEqual(['b'])
  })

  test('is asked even while its completion was being listened to', async () => {
    const player = await play(listened(listeners('completing:c', 'canceling:bye')))
    player.complete('a')
    player.cancel()
    expect(player.trace.slice(-4)).toEqual([
      'job canceled a',
      'task transition begun a',
      'job created a (bye, 2)',
      'termination begun p',
    ])
    answer(player, 'a')
    expect(player.status).toBe('canceled')
  })
})

test('a task with listeners is stored and loaded, and its history rebuilds it', async () => {
  const player = await play(
    listened(listeners('creating:c', 'updating:u', 'completing:d', 'canceling:x'), 'mina'),
  )
  const check = (): void => {
    const { state, events } = player
    const row = { key: 1, definition: 1, status: state.status, suspended: 0, parent: 0, parentElement: 0 }
    const stored = { ...row, state: encodeState(state), variables: encodeVariables(state) }
    expect(loadState(stored)).toEqual(state)
    expect(replay(1, decodeEvents(1, encodeEvents(1, events)))).toEqual(state)
  }
  check()
  answer(player, 'a', { corrections: { assignee: 'sara' } })
  check()
  const { key } = player.find('a')
  player.give({ type: 'delegateTask', key, assignee: 'omid' })
  check()
  player.give({ type: 'resolveTask', key })
  player.give({ type: 'updateTask', key, changes: { dueAt: 7 } })
  check()
  answer(player, 'a')
  player.complete('a', { a: 1 }, 'yes')
  check()
  answer(player, 'a', { denied: 'no' })
  player.cancel()
  check()
  answer(player, 'a')
  expect(player.status).toBe('canceled')
})
