import { diagram } from '../testing/diagram.ts'
import { compileOne, play } from '../testing/player.ts'

const offer = '<bpmn:dataObject id="offer"/><bpmn:dataObject id="note"/><bpmn:dataObject id="quick"/>'

const association = (input: string, source: string) =>
  `<bpmn:dataInputAssociation id="${input}-in"><bpmn:sourceRef>${source}</bpmn:sourceRef><bpmn:targetRef>${input}</bpmn:targetRef></bpmn:dataInputAssociation>`

const set = (needed: readonly string[], optional: readonly string[] = []) =>
  `<bpmn:inputSet>${needed.map((id) => `<bpmn:dataInputRefs>${id}</bpmn:dataInputRefs>`).join('')}${optional.map((id) => `<bpmn:optionalInputRefs>${id}</bpmn:optionalInputRefs>`).join('')}</bpmn:inputSet>`

/** Inputs `bid`, `remark` and `hint`, connected with `offer`, `note` and `quick`. */
const needing = (...sets: readonly string[]) =>
  `<bpmn:ioSpecification><bpmn:dataInput id="bid"/><bpmn:dataInput id="remark"/><bpmn:dataInput id="hint"/>${sets.join('')}<bpmn:outputSet/></bpmn:ioSpecification>` +
  association('bid', 'offer') +
  association('remark', 'note') +
  association('hint', 'quick')

const drawing = (io: string) =>
  diagram('p')
    .start()
    .parallel('fork')
    .userTask('collect')
    .end()
    .from('fork')
    .userTask('work', { xml: io })
    .end('end2')
    .boundary('late', 'work', { duration: 'PT1H' })
    .userTask('ask')
    .end('end3')
    .xml(offer)

test('[DO6] an activity whose input set lacks data waits until it is there, and begins with it', async () => {
  const player = await play(drawing(needing(set(['bid']))))
  expect(player.find('work').task).toBeNull()
  player.complete('collect', { offer: 7 })
  expect(player.find('work').task).not.toBeNull()
  expect(player.visibleAt('work')).toMatchObject({ bid: 7 })
  player.complete('work')
  expect(player.status).toBe('completed')
})

test('[DO6] its boundary events are armed when it begins', async () => {
  const player = await play(drawing(needing(set(['bid']))))
  player.advanceTo('2026-01-05T12:00:00Z')
  expect(player.resting).toEqual(['collect', 'work'])
  player.setVariables({ offer: 7 })
  player.advanceTo('2026-01-05T14:00:00Z')
  expect(player.resting).toEqual(['ask', 'collect'])
})

test('[DO6] an optional input is not waited for', async () => {
  const player = await play(drawing(needing(set(['bid', 'remark'], ['remark']))), { variables: { offer: 1 } })
  expect(player.find('work').task).not.toBeNull()
})

test('[DO6] of several input sets one is enough', async () => {
  const player = await play(drawing(needing(set(['bid', 'remark']), set(['hint']))))
  player.setVariables({ offer: 1 })
  expect(player.find('work').task).toBeNull()
  player.setVariables({ quick: true })
  expect(player.find('work').task).not.toBeNull()
})

test('[DO6] while it waits for data it ends with its scope', async () => {
  const player = await play(drawing(needing(set(['bid']))))
  player.cancel()
  expect(player.status).toBe('canceled')
})

test('[DO6] [MG2] it is migrated to one that waits too, and to no other', async () => {
  const player = await play(drawing(needing(set(['bid']))))
  expect(player.migrate(await compileOne(drawing('')))).toBe('migration_not_possible')
  expect(player.migrate(await compileOne(drawing(needing(set(['remark'])))))).toBeNull()
  player.setVariables({ note: 'x' })
  expect(player.find('work').task).not.toBeNull()
})
