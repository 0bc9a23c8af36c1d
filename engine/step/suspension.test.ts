import type { Command } from '../state/command.ts'
import { diagram } from '../testing/diagram.ts'
import { play } from '../testing/player.ts'
import { Soundness } from '../testing/soundness.ts'

const suspended = async () => {
  const player = await play(
    diagram('p')
      .start()
      .parallel('fork')
      .userTask('approve')
      .end()
      .from('fork')
      .serviceTask('pay', 'pay')
      .end('paid')
      .from('fork')
      .catch('answer', { message: 'answer', key: '="7"' })
      .end('answered')
      .from('fork')
      .catch('hour', { duration: 'PT1H' })
      .end('over'),
  )
  const at = (id: string) => player.find(id)
  const variables = {}
  const refusedOnes: Command[] = [
    { type: 'completeTask', key: at('approve').key, variables, outcome: null },
    { type: 'assignTask', key: at('approve').key, assignee: 'sara' },
    { type: 'updateTask', key: at('approve').key, changes: { priority: 1 } },
    { type: 'completeJob', key: at('pay').key, job: at('pay').job!.key, variables },
    { type: 'fireTimer', key: at('hour').key, timer: at('hour').waits[0]!.key },
    {
      type: 'correlateMessage',
      key: at('answer').key,
      subscription: at('answer').waits[0]!.key,
      message: 9,
      variables,
    },
    { type: 'modifyInstance', instructions: [{ do: 'move', from: 'approve', to: 'end' }] },
    { type: 'suspendInstance' },
  ]
  player.suspend()
  return { player, refusedOnes }
}

test('[SU1] [SU2] a suspended instance refuses whatever would move a token', async () => {
  const { player, refusedOnes } = await suspended()
  const codes = refusedOnes.map((command) => [command.type, player.tryToGive(command)])
  expect(codes).toEqual(refusedOnes.map(({ type }) => [type, 'instance_suspended']))
  expect(player.resting).toEqual(['answer', 'approve', 'hour', 'pay'])
})

test('[SU2] variables, retries and the version can be changed while it is suspended, and it can be canceled', async () => {
  const { player } = await suspended()
  const { key, job } = player.find('pay')
  player.setVariables({ amount: 5 })
  player.give({ type: 'updateJobRetries', key, job: job!.key, retries: 9 })
  expect(player.migrate(player.graph)).toBeNull()
  player.cancel()
  expect([player.status, player.state.suspended, new Soundness(player).problems()]).toEqual([
    'canceled',
    false,
    [],
  ])
})

test('[SU3] after it is resumed everything goes on where it rested, and what became due meanwhile is due', async () => {
  const { player } = await suspended()
  player.now += 2 * 3_600_000
  player.resume()
  player.advanceTo(new Date(player.now).toISOString())
  player.complete('approve')
  player.complete('pay')
  player.message('answer')
  expect([player.status, new Soundness(player).problems()]).toEqual(['completed', []])
})

test('[SU3] what runs can not be resumed', async () => {
  const player = await play(diagram('p').start().userTask('approve').end())
  expect(player.tryToGive({ type: 'resumeInstance' })).toBe('instance_not_suspended')
})

test('[SU4] what was called is suspended and resumed with its caller only', async () => {
  const parent = { instance: 90, elementInstance: 91, catches: [] }
  const player = await play(diagram('p').start().userTask('approve').end(), { parent })
  expect(player.tryToGive({ type: 'suspendInstance' })).toBe('instance_has_caller')
  player.give({ type: 'suspendInstance', byCaller: true })
  expect(player.tryToGive({ type: 'resumeInstance' })).toBe('instance_has_caller')
  player.give({ type: 'resumeInstance', byCaller: true })
  player.complete('approve')
  expect(player.status).toBe('completed')
})

test('[SU3] a condition that became true meanwhile is met when it is resumed', async () => {
  const condition =
    '<bpmn:conditionalEventDefinition id="c"><bpmn:condition xsi:type="bpmn:tFormalExpression">=ready</bpmn:condition></bpmn:conditionalEventDefinition>'
  const player = await play(
    diagram('p').start().element('intermediateCatchEvent', 'wait', { xml: condition }).userTask('go').end(),
    { variables: { ready: false } },
  )
  player.suspend()
  player.setVariables({ ready: true })
  expect(player.resting).toEqual(['wait'])
  player.resume()
  expect([player.resting, new Soundness(player).problems()]).toEqual([['go'], []])
})
