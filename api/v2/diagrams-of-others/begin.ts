import { AT_ONCE, id } from '../testing/deploy-diagrams.ts'
import type { Driving } from './deeds.ts'
import { messageOf } from './drawn-messages.ts'
import { type Drawn, listOf } from './read-drawing.ts'

/**
 * Begins a process the way it is drawn: by command at its none start event, else by publishing the message of its start
 * event. The keys of the instances that this began; none for a process that begins otherwise.
 */
export async function begin(driving: Driving, process: Drawn, definitionKey: string): Promise<string[]> {
  const { designer, way, deeds } = driving
  const starts = listOf(process, 'flowElements').filter(({ $type }) => $type === 'bpmn:StartEvent')
  if (starts.some((start) => listOf(start, 'eventDefinitions').length === 0)) {
    const processDefinitionKey = id<never>(definitionKey)
    const started = await designer.createProcessInstance({
      processDefinitionKey,
      ...(way.variables === undefined ? {} : { variables: way.variables }),
    })
    return [started.processInstanceKey]
  }
  const message = starts.map(messageOf).find((found) => found !== undefined)
  if (message === undefined) return []
  const before = await instancesOf(driving, definitionKey)
  await designer.publishMessage({ name: message.name, correlationKey: '', variables: { ...way.variables } })
  deeds.push(`message "${message.name}" published`)
  return (await instancesOf(driving, definitionKey)).filter((key) => !before.includes(key))
}

async function instancesOf({ designer }: Driving, definitionKey: string): Promise<string[]> {
  const filter = { processDefinitionKey: id<never>(definitionKey) }
  const { items } = await designer.searchProcessInstances({ filter }, AT_ONCE)
  return items.map(({ processInstanceKey }) => processInstanceKey)
}
