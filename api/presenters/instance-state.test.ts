import { isLarge } from '../../engine/state/snapshot-mark.ts'
import { diagram } from '../../engine/testing/diagram.ts'
import { TestEngine } from '../../engine/testing/test-engine.ts'
import { tokensOf } from './instance-picture.ts'
import { rootVariables, seenInState, visibleVariables } from './instance-state.ts'

const votes = diagram('votes')
  .start()
  .userTask('vote', {
    multiInstance: { inputCollection: '=for item in 1..many return item', inputElement: 'item' },
  })
  .end()

test.each([
  ['small', 3],
  ['large', 1_000],
])('tokens and variables of a %s instance are read', async (size, many) => {
  const test = await TestEngine.open()
  const { engine } = test
  await test.deploy(votes)
  const { key } = await test.start('votes', { many })
  await test.complete('vote', { note: 'first' })
  const row = (await engine.store.get('instances', key))!
  expect(isLarge(row)).toBe(size === 'large')
  const graph = await engine.definitions.graph(row.definition)
  expect(await seenInState(engine, row, (state) => tokensOf(graph, state))).toEqual([
    { elementId: 'vote', count: many - 1, incident: false },
  ])
  expect(await rootVariables(engine, row)).toEqual({ many, note: 'first' })
  const task = await test.task('vote')
  expect(await visibleVariables(engine, row, task.key)).toEqual({
    many,
    note: 'first',
    item: 2,
    loopCounter: 2,
  })
  expect(await visibleVariables(engine, row, 0)).toEqual({ many, note: 'first' })
})

test('of an instance that has ended only its variables are left', async () => {
  const test = await TestEngine.open()
  await test.deploy(votes)
  const { key } = await test.start('votes', { many: 1 })
  await test.complete('vote')
  const row = (await test.engine.store.get('instances', key))!
  expect(await seenInState(test.engine, row, (state) => state.key)).toBeNull()
  expect(await rootVariables(test.engine, row)).toEqual({ many: 1 })
  expect(await visibleVariables(test.engine, row, 404)).toEqual({ many: 1 })
})
