import { z } from 'zod'
import { defineHandlers, Refuse, transactional } from '../ports/handlers.ts'
import { diagram } from '../testing/diagram.ts'
import { TestEngine } from '../testing/test-engine.ts'

const order = diagram('order')
  .start()
  .userTask('define')
  .serviceTask('reserve', 'reserve-stock')
  .userTask('pack')
  .end()

const reserving = (run: (quantity: number) => number) =>
  defineHandlers({
    'reserve-stock': transactional({
      input: z.object({ quantity: z.number() }),
      output: z.object({ reserved: z.number() }),
      run: async ({ input }) => ({ reserved: run(input.quantity) }),
    }),
  })

async function open(run: (quantity: number) => number): Promise<TestEngine> {
  const test = await TestEngine.open({ handlers: reserving(run) })
  await test.deploy(order)
  return test
}

test('[JB1] a handler runs within the command that reaches its task, and its output becomes variables', async () => {
  const test = await open((quantity) => quantity)
  const { key } = await test.start('order')
  expect(await test.complete('define', { quantity: 3 })).toBeNull()
  expect((await test.tasks()).map((task) => task.elementId)).toEqual(['pack'])
  expect(await test.variablesOf(key)).toEqual({ quantity: 3, reserved: 3 })
  expect(await test.engine.store.count('jobs', [])).toBe(0)
})

test('[JB5] a refusal undoes the whole command: the task stays open and the reason is returned', async () => {
  const test = await open(() => {
    throw new Refuse('out_of_stock', 'only 2 are left', { left: 2 })
  })
  const { key } = await test.start('order')
  const refused = await test.complete('define', { quantity: 3 })
  expect(refused).toMatchObject({
    code: 'handler_rejected',
    reason: 'out_of_stock',
    element: 'reserve',
    details: { left: 2 },
  })
  expect((await test.tasks()).map((task) => task.elementId)).toEqual(['define'])
  expect(await test.variablesOf(key)).toEqual({})
})

test('a handler that throws leaves the completion and becomes a job with retries, then an incident', async () => {
  let calls = 0
  const test = await open(() => {
    calls++
    throw new Error('the database hiccuped')
  })
  await test.start('order')
  expect(await test.complete('define', { quantity: 3 })).toBeNull()
  expect(calls).toBe(1)
  const [job] = await test.engine.store.find('jobs', { where: [] })
  expect(job).toMatchObject({ type: 'reserve-stock', retries: 3, state: 'open' })
  await test.workUntilQuiet()
  expect(calls).toBe(4)
  const [incident] = await test.engine.store.find('incidents', { where: [] })
  expect(incident).toMatchObject({ type: 'JOB_NO_RETRIES', elementId: 'reserve', state: 'ACTIVE' })
  expect(incident!.message).toContain('the database hiccuped')
})

test('input that does not have the declared shape is a fault of the process, not of the person', async () => {
  const test = await open((quantity) => quantity)
  await test.start('order')
  expect(await test.complete('define', { quantity: 'three' })).toBeNull()
  await test.workUntilQuiet()
  const [incident] = await test.engine.store.find('incidents', { where: [] })
  expect(incident!.message).toContain('quantity')
})
