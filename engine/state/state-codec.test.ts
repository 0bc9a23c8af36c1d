import { diagram } from '../testing/diagram.ts'
import { play } from '../testing/player.ts'
import { decodeState, encodeState } from './state-codec.ts'

test.each([
  ['nothing', {}],
  ['an error', { catches: ['E'] }],
  ['an escalation', { escalations: [['E', true] as const] }],
])('what is caught above a called instance, %s, is kept', async (_what, caught) => {
  const parent = { instance: 90, elementInstance: 91, catches: [], ...caught }
  const { state } = await play(diagram('p').start().userTask('work').end(), { parent })
  const { key, definition, status } = state
  const columns = { key, definition, status, parent: 90, parentElement: 91, suspended: 0 }
  expect(decodeState(columns, encodeState(state)).parent).toEqual(parent)
})
