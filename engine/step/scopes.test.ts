import { type Diagram, diagram } from '../testing/diagram.ts'
import type { TriggerOptions } from '../testing/diagram-options.ts'
import { play } from '../testing/player.ts'
import { Soundness } from '../testing/soundness.ts'

const noted = (trigger: TriggerOptions, inside: (handler: Diagram) => Diagram = (handler) => handler) =>
  diagram('p')
    .start()
    .subProcess('sub', (sub) =>
      sub
        .start('s')
        .userTask('a')
        .end('e')
        .eventSubProcess('note', (event) =>
          inside(
            event.start('asked', { message: 'ask', key: '="k"', interrupting: false }).userTask('answer'),
          ).end('e2'),
        )
        .eventSubProcess('other', (event) => event.start('came', trigger).userTask('see').end('e3')),
    )
    .userTask('after')
    .end()

test('[ES2] [SC1] a scope whose flow has ended waits for the non-interrupting event sub-process that still runs', async () => {
  const player = await play(noted({ signal: 'news' }))
  player.message('ask')
  player.message('ask')
  player.complete('a')
  player.complete('answer')
  expect(player.resting).toEqual(['answer'])
  player.complete('answer')
  expect([player.resting, new Soundness(player).problems()]).toEqual([['after'], []])
})

test('[ES4] once the flow of a scope has ended no other event sub-process begins in it', async () => {
  const player = await play(noted({ signal: 'news' }))
  player.message('ask')
  player.complete('a')
  expect(player.find('sub').waits).toEqual([])
  expect(() => player.message('ask')).toThrow('nobody waits')
  expect(player.resting).toEqual(['answer'])
})

test('[ES4] nor by what is thrown in one that still runs: that goes further out', async () => {
  const escalates = noted({ escalation: 'E' }, (event) => event.throw('up', { escalation: 'E' })).boundary(
    'told',
    'sub',
    { escalation: 'E', interrupting: false },
  )
  const player = await play(escalates.userTask('heard').end('e9'))
  player.message('ask')
  player.complete('a')
  player.complete('answer')
  expect(player.resting).toEqual(['after', 'heard'])
})

test('[ES4] a token that waits at a join keeps the flow of its scope going', async () => {
  const player = await play(
    diagram('p')
      .start()
      .exclusive('choose')
      .from('choose', { isDefault: true })
      .parallel('join')
      .end()
      .from('choose', { when: '=false' })
      .to('join')
      .eventSubProcess('note', (event) =>
        event
          .start('asked', { message: 'ask', key: '="k"', interrupting: false })
          .userTask('answer')
          .end('e2'),
      ),
  )
  player.message('ask')
  player.message('ask')
  expect(player.resting).toEqual(['answer', 'answer'])
})

test('[ES1] [ES2] an interrupting event sub-process ends the one that runs beside its scope', async () => {
  const player = await play(
    diagram('p')
      .start()
      .userTask('a')
      .end()
      .eventSubProcess('note', (event) =>
        event
          .start('asked', { message: 'ask', key: '="k"', interrupting: false })
          .userTask('answer')
          .end('e1'),
      )
      .eventSubProcess('stop', (event) =>
        event.start('stopped', { message: 'stop', key: '="k"' }).userTask('unwind').end('e2'),
      ),
  )
  player.message('ask')
  player.message('stop')
  expect(player.resting).toEqual(['unwind'])
  expect(player.find('p').waits).toEqual([])
})

test('[ES1] [TR1] an event sub-process inside an event sub-process interrupts that one only', async () => {
  const player = await play(
    diagram('p')
      .start()
      .userTask('a')
      .end()
      .eventSubProcess('outer', (event) =>
        event
          .start('asked', { message: 'ask', key: '="k"', interrupting: false })
          .userTask('answer')
          .end('e1')
          .eventSubProcess('inner', (nested) =>
            nested.start('late', { duration: 'PT1H' }).userTask('chase').end('e2'),
          ),
      ),
  )
  player.message('ask')
  player.advanceTo('2026-01-05T10:00:00Z')
  expect(player.resting).toEqual(['a', 'chase'])
  player.complete('chase')
  player.complete('a')
  expect([player.status, new Soundness(player).problems()]).toEqual(['completed', []])
})

test('[EE2] [TE2] terminate in an event sub-process ends that one, not the scope it runs beside', async () => {
  const player = await play(
    diagram('p')
      .start()
      .userTask('a')
      .end()
      .eventSubProcess('note', (event) =>
        event
          .start('asked', { message: 'ask', key: '="k"', interrupting: false })
          .parallel('fork')
          .userTask('answer')
          .end('e1')
          .from('fork')
          .end('stop', { terminate: true }),
      ),
  )
  player.message('ask')
  expect([player.resting, new Soundness(player).problems()]).toEqual([['a'], []])
})

test('[TE2] of a scope that is interrupted in the very step in which its last task ended nothing is left', async () => {
  const player = await play(
    diagram('p')
      .start()
      .subProcess('sub', (inside) =>
        inside
          .start('s')
          .userTask('a')
          .parallel('fork')
          .end('failed', { error: 'E' })
          .from('fork')
          .manualTask('m')
          .userTask('never')
          .end('e'),
      )
      .end()
      .boundary('caught', 'sub', { error: 'E' })
      .userTask('repair')
      .end('end2'),
  )
  player.complete('a')
  expect(player.trace).not.toContain('activated never')
  expect([player.resting, new Soundness(player).problems()]).toEqual([['repair'], []])
})

test('[BE1] a boundary event on a call activity takes the called process back', async () => {
  const player = await play(
    diagram('p')
      .start()
      .callActivity('call', 'child')
      .end()
      .boundary('late', 'call', { duration: 'PT1H' })
      .userTask('chase')
      .end('end2'),
  )
  player.advanceTo('2026-01-05T10:00:00Z')
  expect(player.trace).toContain('call canceled call')
  expect(player.resting).toEqual(['chase'])
})

test('[BE2] each turn of a cycle counts by the cycle as it was when the activity began', async () => {
  const player = await play(
    diagram('p')
      .start()
      .userTask('work')
      .end()
      .boundary('remind', 'work', { cycle: '=rhythm', interrupting: false })
      .end('end2'),
    { variables: { rhythm: 'R/PT1H' } },
  )
  player.setVariables({ rhythm: 'no cycle at all' })
  player.advanceTo('2026-01-05T11:00:00Z')
  expect(player.trace.filter((line) => line === 'activated remind')).toHaveLength(3)
  expect(player.incidents).toEqual([])
})

test('[CA5] a called instance is canceled with its caller only', async () => {
  const called = { parent: { instance: 99, elementInstance: 100, catches: [] } }
  const player = await play(diagram('p').start().userTask('a').end(), called)
  expect(player.tryToGive({ type: 'cancelInstance' })).toBe('instance_has_caller')
  expect(player.tryToGive({ type: 'cancelInstance', byCaller: true })).toBeNull()
  expect(player.status).toBe('canceled')
})
