import { diagram } from '../testing/diagram.ts'
import { compileOne, play } from '../testing/player.ts'

/** Listeners by `event:type`. */
const listeners = (...all: readonly string[]): string =>
  `<zeebe:executionListeners>${all
    .map((one) => one.split(':'))
    .map(([event, type]) => `<zeebe:executionListener eventType="${event}" type="${type}" retries="2"/>`)
    .join('')}</zeebe:executionListeners>`

const jobs = (trace: readonly string[]): string[] => trace.filter((line) => line.startsWith('job created'))

test('[EL1] listeners are asked one after another, before the own work and after it', async () => {
  const extensions = listeners('start:first', 'end:last', 'start:second')
  const player = await play(diagram('p').start().serviceTask('work', 'work', { extensions }).end())
  for (let done = 0; done < 4; done++) player.complete('work')
  expect(jobs(player.trace)).toEqual([
    'job created work (first, 2)',
    'job created work (second, 2)',
    'job created work (work, 3)',
    'job created work (last, 2)',
  ])
  expect(player.status).toBe('completed')
})

test('[EL1] whatever passes at once waits for its listeners too', async () => {
  const player = await play(
    diagram('p')
      .start('start', { extensions: listeners('end:a') })
      .exclusive('x', { extensions: listeners('start:b') })
      .manualTask('m', { extensions: listeners('start:c', 'end:d') })
      .end('end', { extensions: listeners('start:e') }),
  )
  for (const id of ['start', 'x', 'm', 'm', 'end']) player.complete(id)
  expect(player.status).toBe('completed')
})

test('[EL1] a process has listeners as its elements have', async () => {
  const player = await play(
    diagram('p', { extensions: listeners('start:begin', 'end:finish') })
      .start()
      .end(),
  )
  expect(player.trace).not.toContain('activated start')
  player.complete('p')
  expect(player.trace).toContain('completed end')
  expect(player.status).toBe('active')
  player.complete('p')
  expect(player.status).toBe('completed')
})

test('[EL2] what an event brought is there after its listeners', async () => {
  const player = await play(
    diagram('p')
      .start()
      .userTask('a')
      .end()
      .boundary('late', 'a', { message: 'stop', key: '="k"', extensions: listeners('start:x') })
      .userTask('b')
      .end('end2'),
  )
  player.message('stop', { why: 'late' })
  expect(player.variables).toEqual({})
  player.complete('late')
  expect(player.variables).toEqual({ why: 'late' })
  expect(player.resting).toEqual(['b'])
})

test('[EL3] what a start listener brings is local, what an end listener brings belongs to the scope around', async () => {
  const player = await play(
    diagram('p')
      .start()
      .serviceTask('work', 'work', {
        inputs: { rate: '=1' },
        outputs: { sum: '=rate + 1' },
        extensions: listeners('start:s', 'end:e'),
      })
      .end(),
  )
  player.complete('work', { rate: 5 })
  expect(player.visibleAt('work')).toEqual({ rate: 5 })
  player.complete('work')
  player.complete('work', { note: 'done' })
  expect(player.variables).toEqual({ sum: 6, note: 'done' })
})

test('[EL4] nothing interrupts an element while its end listeners are asked', async () => {
  const player = await play(
    diagram('p')
      .start()
      .userTask('a', { extensions: listeners('end:e') })
      .end()
      .boundary('late', 'a', { duration: 'PT1H' })
      .end('end2'),
  )
  player.complete('a')
  player.advanceTo('2026-01-06T08:00:00Z')
  expect(player.resting).toEqual(['a'])
  player.complete('a')
  expect(player.trace).toContain('completed end')
})

test('[EL5] of a multi-instance activity each instance has the listeners', async () => {
  const player = await play(
    diagram('p')
      .start()
      .userTask('a', {
        extensions: listeners('start:s'),
        multiInstance: { inputCollection: '=[1, 2]', inputElement: 'n' },
      })
      .end(),
  )
  expect(jobs(player.trace)).toEqual(['job created a#1 (s, 2)', 'job created a#2 (s, 2)'])
  for (const id of ['a#1', 'a#2', 'a#1', 'a#2']) player.complete(id)
  expect(player.status).toBe('completed')
})

test('[EL1] [JB2] a listener that fails is an incident and is asked again once it has retries', async () => {
  const player = await play(
    diagram('p')
      .start()
      .userTask('a', { extensions: listeners('start:s') })
      .end(),
  )
  player.fail('a', 0)
  expect(player.incidents).toEqual([expect.stringContaining('JOB_NO_RETRIES at a')])
  const { key, job } = player.find('a')
  player.give({ type: 'updateJobRetries', key, job: job!.key, retries: 1 })
  player.resolve('a')
  player.complete('a')
  expect(player.trace).toContain('task created a')
})

test('[EL1] a listener whose type can not be computed is an incident, and asked when it is resolved', async () => {
  const player = await play(
    diagram('p', { extensions: listeners('start:=kind') })
      .start()
      .userTask('a', { extensions: listeners('start:first', 'start:=kind', 'end:=other') })
      .end(),
  )
  expect(player.incidents).toEqual([expect.stringContaining('EXTRACT_VALUE_ERROR at p')])
  player.setVariables({ kind: 'k', other: 'o' })
  player.resolve('p')
  player.complete('p')
  player.setVariables({ kind: null, other: null })
  player.complete('a')
  expect(player.incidents).toEqual([expect.stringContaining('EXTRACT_VALUE_ERROR at a')])
  player.setVariables({ kind: 'k' })
  player.resolve('a')
  player.complete('a')
  player.complete('a')
  expect(player.incidents).toHaveLength(1)
  player.setVariables({ other: 'o' })
  player.resolve('a')
  expect(jobs(player.trace).at(-1)).toBe('job created a (o, 2)')
  player.complete('a')
  expect(player.status).toBe('completed')
})

test('[EL6] while listeners are asked the instance is not migrated', async () => {
  const drawing = diagram('p')
    .start()
    .userTask('a', { extensions: listeners('start:s') })
    .end()
  const player = await play(drawing)
  const to = await compileOne(drawing)
  expect(player.migrate(to)).toBe('migration_not_possible')
  player.complete('a')
  expect(player.migrate(to)).toBeNull()
})

test('[TE1] an element that is interrupted takes the job of its listener with it', async () => {
  const player = await play(
    diagram('p')
      .start()
      .subProcess('s', (inside) =>
        inside
          .start('s1')
          .task('t', { extensions: listeners('start:x') })
          .end('s2'),
      )
      .end()
      .boundary('late', 's', { duration: 'PT1H' })
      .end('end2'),
  )
  player.advanceTo('2026-01-06T08:00:00Z')
  expect(player.trace).toContain('job canceled t')
  expect(player.status).toBe('completed')
})

test('[ER1] a listener may throw an error that its element catches', async () => {
  const player = await play(
    diagram('p')
      .start()
      .serviceTask('work', 'work', { extensions: listeners('end:check') })
      .end()
      .boundary('bad', 'work', { error: 'bad' })
      .userTask('repair')
      .end('end2'),
  )
  player.complete('work')
  player.throwError('work', 'bad')
  expect(player.resting).toEqual(['repair'])
})
