import { parse } from '../model/parse.ts'
import { MemoryStore } from '../ports/memory/memory-store.ts'
import { diagram } from '../testing/diagram.ts'
import { BEGINNING } from '../testing/player.ts'
import { createEngine } from './create-engine.ts'
import { DefinitionCache } from './definition-cache.ts'
import { TimerWork } from './timer-work.ts'
import { Transactor } from './transactor.ts'

const YEAR = 365 * 86_400_000

async function open() {
  const clock = { at: BEGINNING }
  const store = new MemoryStore()
  await store.open()
  const options = {
    store,
    handlers: {},
    clock: () => clock.at,
    zone: 'UTC',
    checkForm: () => [],
    onFault: ({ error }: { error: unknown }) => {
      throw error
    },
  }
  const definitions = new DefinitionCache(store, options.clock, parse)
  const own = { zone: () => 'UTC', calendar: () => undefined, onCommit: () => undefined }
  const work = new TimerWork(options, new Transactor({ ...options, ...own, definitions }))
  const deploy = async (id: string, start: Parameters<ReturnType<typeof diagram>['start']>[1]) => {
    const content = diagram(id).start('at', start).userTask(`${id}-task`).end().toXml()
    const done = await createEngine(options).deploy([{ name: `${id}.bpmn`, content }], 'dana')
    if (!done.ok) throw new Error(JSON.stringify(done.error))
  }
  const tasks = async () => (await store.find('tasks', { where: [] })).map(({ elementId }) => elementId)
  return { clock, work, deploy, tasks }
}

test('[TI9] whatever others have missed, what becomes due now is in the next batch', async () => {
  const { clock, work, deploy, tasks } = await open()
  for (let index = 0; index < 120; index++)
    await deploy(`behind${index}`, { cycle: 'R/PT1S', properties: { 'kartabl:catchUp': 'all' } })
  clock.at += YEAR
  await deploy('present', { cycle: 'R1/PT1S' })
  clock.at += 1_000
  expect(await work.fireDue()).toBeLessThanOrEqual(100)
  expect(await tasks()).toContain('present-task')
})

test('[TI9] those that are behind come on too, each by a turn at a time', async () => {
  const { clock, work, deploy, tasks } = await open()
  for (let index = 0; index < 120; index++)
    await deploy(`behind${index}`, { cycle: 'R/PT1S', properties: { 'kartabl:catchUp': 'all' } })
  clock.at += YEAR
  for (let batch = 0; batch < 5; batch++) await work.fireDue()
  expect(new Set(await tasks()).size).toBe(120)
})
