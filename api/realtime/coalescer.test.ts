import type { LiveChange } from '../contract/index.ts'
import { coalescer } from './coalescer.ts'

function collecting() {
  const sent: [string, LiveChange[]][] = []
  const due: (() => void)[] = []
  const push = coalescer(
    (room, changes) => sent.push([room, changes]),
    (run) => due.push(run),
  )
  return {
    sent,
    push,
    pass: () => {
      for (const run of due.splice(0)) run()
    },
  }
}
const change = (key: string, rev: number): LiveChange => ({ kind: 'task', key, rev })

test('a burst becomes one message per room, each thing once with its newest revision', () => {
  const { sent, push, pass } = collecting()
  push([
    { room: 'a', change: change('1', 1) },
    { room: 'b', change: change('1', 1) },
  ])
  push([{ room: 'a', change: change('1', 3) }])
  push([
    { room: 'a', change: change('1', 2) },
    { room: 'a', change: change('2', 1) },
  ])
  expect(sent).toEqual([])
  pass()
  expect(sent).toEqual([
    ['a', [change('1', 3), change('2', 1)]],
    ['b', [change('1', 1)]],
  ])
})

test('what comes after a message waits for the next one', () => {
  const { sent, push, pass } = collecting()
  push([{ room: 'a', change: change('1', 1) }])
  pass()
  push([{ room: 'a', change: change('1', 2) }])
  pass()
  expect(sent).toHaveLength(2)
})
