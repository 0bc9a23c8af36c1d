import { AT_ONCE, id } from '../testing/deploy-diagrams.ts'
import { ACTIVE, type Deed, type Driving } from './deeds.ts'
import { messageOf } from './drawn-messages.ts'
import { readDrawing } from './read-drawing.ts'

const catching: ReadonlySet<string> = new Set(['INTERMEDIATE_CATCH_EVENT', 'RECEIVE_TASK'])

/** Publishes what the way says, each once. */
export const publishGiven: Deed = async ({ designer, way, deeds }) => {
  const left = (way.messages ?? []).filter(({ name }) => !deeds.includes(published(name)))
  if (left.length === 0) return false
  const { items = [] } = await designer.searchElementInstances(ACTIVE, AT_ONCE)
  const due = left.filter(({ at }) => at === undefined || items.some(({ elementId }) => elementId === at))
  for (const { name, correlationKey } of due) {
    await designer.publishMessage({ name, correlationKey, timeToLive: 0 })
    deeds.push(published(name))
  }
  return due.length > 0
}

/** Publishes the message that each waiting event or receive task is drawn with, for the key its variable has. */
export const publishAwaited: Deed = async (driving) => {
  const { items = [] } = await driving.designer.searchElementInstances(ACTIVE, AT_ONCE)
  let sent = 0
  for (const { type, elementId, processDefinitionKey, processInstanceKey } of items) {
    if (!catching.has(type)) continue
    const xml = await driving.designer.getProcessDefinitionXml({ processDefinitionKey }, AT_ONCE)
    const message = messageOf((await readDrawing(xml)).elements[elementId])
    if (message === undefined) continue
    const correlationKey = await correlating(driving, processInstanceKey, message.key)
    await driving.designer.publishMessage({ name: message.name, correlationKey, timeToLive: 0 })
    driving.deeds.push(published(message.name))
    sent++
  }
  return sent > 0
}

const published = (name: string) => `message "${name}" published`

/** Value of a variable as the text that correlates. */
async function correlating({ designer }: Driving, processInstanceKey: string, name: string): Promise<string> {
  const filter = { processInstanceKey: id<never>(processInstanceKey), name }
  const { items } = await designer.searchVariables({ filter }, AT_ONCE)
  const [found] = items
  return found === undefined ? '' : String(JSON.parse(found.value))
}
