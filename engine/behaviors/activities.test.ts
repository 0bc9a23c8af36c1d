import { diagram } from '../testing/diagram.ts'
import { play } from '../testing/player.ts'

test('[UT1] [UT2] [UT3] a user task knows its people, dates and priority', async () => {
  const player = await play(
    diagram('p')
      .start()
      .userTask('approve', {
        assignee: '=owner',
        candidateGroups: 'sales, finance',
        dueDate: '="P1D"',
        followUpDate: '2026-01-07T08:00:00Z',
        priority: '=70',
      })
      .end(),
    { variables: { owner: 'mina' } },
  )
  expect(player.events.find((event) => event.type === 'taskCreated')).toMatchObject({
    assignee: 'mina',
    candidateGroups: ['sales', 'finance'],
    candidateUsers: [],
    dueAt: Date.parse('2026-01-06T08:00:00Z'),
    followUpAt: Date.parse('2026-01-07T08:00:00Z'),
    priority: 70,
  })
})

test('[LC1] a task whose assignee is not text rests as an incident, with no task, and is entered again', async () => {
  const player = await play(diagram('p').start().userTask('approve', { assignee: '=owner' }).end(), {
    variables: { owner: 5 },
  })
  expect(player.incidents).toEqual([expect.stringContaining('EXTRACT_VALUE_ERROR at approve')])
  expect(player.trace).not.toContain('task created approve')
  player.setVariables({ owner: 'mina' })
  player.resolve('approve')
  expect(player.trace.at(-1)).toBe('task created approve')
})

test('[UT4] the outcome is a variable that gateways can ask for', async () => {
  const player = await play(
    diagram('p')
      .start()
      .userTask('approve')
      .exclusive('x')
      .from('x', { when: '=outcome = "reject"' })
      .userTask('sorry')
      .end()
      .from('x', { isDefault: true })
      .userTask('thanks')
      .end('end2'),
  )
  player.complete('approve', {}, 'reject')
  expect(player.resting).toEqual(['sorry'])
})

test('a task that is done can not be completed, assigned or changed', async () => {
  const player = await play(diagram('p').start().userTask('a').userTask('b').end())
  const { key } = player.find('a')
  player.complete('a')
  const nothing = { variables: {}, outcome: null }
  expect(player.tryToGive({ type: 'completeTask', key, ...nothing })).toBe('task_not_found')
  expect(player.tryToGive({ type: 'assignTask', key, assignee: 'mina' })).toBe('task_not_found')
  expect(player.tryToGive({ type: 'updateTask', key, changes: { priority: 1 } })).toBe('task_not_found')
})

test('[UT5] [UT6] candidates, dates and priority change while the task is open', async () => {
  const player = await play(diagram('p').start().userTask('a', { candidateGroups: 'sales' }).end())
  const { key } = player.find('a')
  const changes = { candidateGroups: ['stock'], followUpAt: 5, dueAt: null, priority: 90 }
  player.give({ type: 'updateTask', key, changes })
  expect(player.events.at(-1)).toMatchObject({ type: 'taskUpdated', key, changes })
  expect(player.find('a').task!.candidateGroups).toEqual(['stock'])
  player.complete('a')
  expect(player.tryToGive({ type: 'updateTask', key, changes })).not.toBeNull()
})

test('[UT6] returning for correction is an outcome with its reason, drawn as a way back', async () => {
  const drawing = diagram('p')
    .start()
    .exclusive('meet')
    .userTask('write')
    .userTask('approve')
    .exclusive('answer')
    .from('answer', { when: '=outcome = "return"' })
    .to('meet')
    .from('answer', { isDefault: true })
    .end()
  const player = await play(drawing)
  player.complete('write')
  player.complete('approve', { reason: 'the price' }, 'return')
  expect([player.resting, player.visibleAt('write').reason]).toEqual([['write'], 'the price'])
})

test('claiming what someone else has claimed in the meantime is refused', async () => {
  const player = await play(diagram('p').start().userTask('a').end())
  const { key } = player.find('a')
  player.give({ type: 'assignTask', key, assignee: 'mina', expected: null })
  expect(player.tryToGive({ type: 'assignTask', key, assignee: 'sara', expected: null })).toBe(
    'task_already_assigned',
  )
})

test('[MA1] [MA2] [MA3] inputs are local and see each other; outputs choose what goes out', async () => {
  const player = await play(
    diagram('p')
      .start()
      .serviceTask('work', 'work', {
        inputs: { twice: '=n * 2', 'order.total': '=twice + 1' },
        outputs: { 'result.sum': '=answer + order.total' },
      })
      .userTask('after')
      .end(),
    { variables: { n: 3, result: { old: true } } },
  )
  expect(player.visibleAt('work')).toEqual({ n: 3, result: { old: true }, twice: 6, order: { total: 7 } })
  player.complete('work', { answer: 10, noise: 'x' })
  expect(player.variables).toEqual({ n: 3, result: { old: true, sum: 17 } })
})

test('[LC2] an output mapping that fails rests after the work is done and is tried again', async () => {
  const player = await play(
    diagram('p')
      .start()
      .userTask('work')
      .exclusive('x')
      .from('x', { when: '=go' })
      .end()
      .from('x', { when: '=not(go)' })
      .end('end2'),
  )
  player.complete('work')
  expect(player.incidents).toEqual([expect.stringContaining('CONDITION_ERROR at x')])
  player.setVariables({ go: true })
  player.resolve('x')
  expect(player.status).toBe('completed')
})

test('[SR1] [MT1] scripts and manual tasks are done at once', async () => {
  const player = await play(
    diagram('p').start().manualTask('m').scriptTask('s', '=sum(for i in 1..4 return i)', 'total').end(),
  )
  expect(player.status).toBe('completed')
  expect(player.variables).toEqual({ total: 10 })
})

test('[EX4] a loop that never rests becomes an incident', async () => {
  const player = await play(diagram('p').start().exclusive('again').manualTask('m').to('again'))
  expect(player.incidents).toEqual([expect.stringContaining('ENDLESS_LOOP')])
}, 60_000)

describe('multi-instance', () => {
  const voting = (sequential: boolean, completionCondition?: string) =>
    diagram('p')
      .start()
      .userTask('vote', {
        multiInstance: {
          sequential,
          inputCollection: '=voters',
          inputElement: 'voter',
          outputCollection: 'votes',
          outputElement: '=vote',
          ...(completionCondition ? { completionCondition } : {}),
        },
        outputs: { last: '=vote' },
      })
      .userTask('after')
      .end()
  const variables = { voters: ['mina', 'omid', 'dana'] }

  test('[MI1] [MI3] [MI5] in parallel all begin at once and outputs keep the order of the inputs', async () => {
    const player = await play(voting(false), { variables })
    expect(player.resting).toEqual(['vote#1', 'vote#2', 'vote#3'])
    player.complete('vote#3', { vote: 'c' })
    player.complete('vote#1', { vote: 'a' })
    player.complete('vote#2', { vote: 'b' })
    expect(player.variables).toMatchObject({ votes: ['a', 'b', 'c'], last: 'b' })
  })

  test('[MI1] in sequence one follows the other, each with its own item', async () => {
    const player = await play(voting(true), { variables })
    expect(player.resting).toEqual(['vote#1'])
    player.complete('vote#1', { vote: 'a' })
    expect(player.visibleAt('vote#2')).toMatchObject({ voter: 'omid', loopCounter: 2 })
  })

  test('[MI4] the completion condition sees counters and outputs so far, and ends the rest', async () => {
    const player = await play(
      voting(false, '=count(votes[item = "yes"]) >= 2 and numberOfCompletedInstances = 2'),
      {
        variables,
      },
    )
    player.complete('vote#1', { vote: 'yes' })
    player.complete('vote#2', { vote: 'yes' })
    expect(player.resting).toEqual(['after'])
    expect(player.variables.votes).toEqual(['yes', 'yes', null])
  })

  test('an empty collection is done at once; one that is no list is an incident', async () => {
    expect((await play(voting(false), { variables: { voters: [] } })).resting).toEqual(['after'])
    const player = await play(voting(false), { variables: { voters: 'mina' } })
    expect(player.incidents).toEqual([expect.stringContaining('EXTRACT_VALUE_ERROR at vote')])
    player.setVariables({ voters: ['mina'] })
    player.resolve('vote')
    expect(player.resting).toEqual(['vote#1'])
  })

  test('[MI2] an item that is gone when its turn comes is null', async () => {
    const player = await play(voting(true), { variables })
    player.setVariables({ voters: ['mina'] })
    player.complete('vote#1', { vote: 'a' })
    expect(player.visibleAt('vote#2')).toMatchObject({ voter: null })
  })
})

test('[CI1] an instance can begin inside a sub-process, which is entered with it', async () => {
  const player = await play(
    diagram('p')
      .start()
      .subProcess('sub', (inside) => inside.start('s').userTask('a').userTask('b').end('e'))
      .userTask('after')
      .end(),
    { startAt: ['b'] },
  )
  expect(player.resting).toEqual(['b'])
  player.complete('b')
  expect(player.resting).toEqual(['after'])
})
