import type { Scenario } from '../pack/pack.ts'
import { aCase } from '../testing/a-case.ts'
import { BoundedPlayer } from './bounded-player.ts'

/** A thread that does what the scenario it is asked for is called. */
const THREAD = `
  import { parentPort } from 'node:worker_threads'
  const passed = { outcome: 'passed', reasons: [] }
  parentPort.on('message', ({ loaded, scenario }) => {
    const { name } = loaded.case.scenarios[scenario]
    if (name === 'loops') while (true);
    if (name === 'dies') throw new Error('out of luck')
    parentPort.postMessage(passed)
  })
  parentPort.postMessage('ready')`
const script = new URL(`data:text/javascript,${encodeURIComponent(THREAD)}`)

const scenarios: readonly Scenario[] = ['answers', 'loops', 'dies'].map((name) => ({
  name,
  steps: [{ op: 'start' }],
}))
const loaded = { case: aCase({ scenarios: [...scenarios] }), files: [] }

test('a scenario that loops or ends its thread fails, and the next one is played', async () => {
  const player = new BoundedPlayer(script, 300)
  const reasons: (readonly string[])[] = []
  for (const name of ['answers', 'loops', 'answers', 'dies', 'answers', 'loops', 'answers'])
    reasons.push((await player.play(loaded, scenarios.find((one) => one.name === name)!)).reasons)
  await player.close()
  const late = ['did not come to rest within 0.3 s']
  expect(reasons).toEqual([[], late, [], ['ended its thread: Error: out of luck'], [], late, []])
})
