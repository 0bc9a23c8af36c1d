import { casework } from '../testing/a-case.ts'

test('what a step makes wait or end with an error needs a worker, as do stubs and scripts', () => {
  const work = casework(
    [
      { op: 'waitAt', task: 'waits' },
      { op: 'throwError', task: 'throws', code: 'E' },
    ],
    { stubs: { stubbed: { do: 'fail' } }, scripts: { scripted: {} } },
  )
  const worked = ['waits', 'throws', 'stubbed', 'scripted', 'other'].filter(work.needsWorker)
  expect(worked).toEqual(['waits', 'throws', 'stubbed', 'scripted'])
})

test('gateways that steps decide and events that steps fire are known', () => {
  const work = casework([
    { op: 'decide', gateway: 'g', flows: ['f'] },
    { op: 'trigger', element: 'e' },
  ])
  expect([...work.decided, ...work.triggered]).toEqual(['g', 'e'])
})

test('a task that became another is remembered as what it was drawn', () => {
  const work = casework()
  work.behavior('t', 'UserTask')
  expect(work.behaviorAt('t')).toEqual({ kind: 'wait' })
  expect(work.behaviorAt('unknown')).toEqual({ kind: 'pass' })
})
