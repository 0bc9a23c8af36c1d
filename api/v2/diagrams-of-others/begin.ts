import { givenVariables } from '../given-variables.ts'
import { AT_ONCE, id } from '../testing/deploy-diagrams.ts'
import type { Driving } from './deeds.ts'
import { messageOf } from './drawn-messages.ts'
import { attributeOf, type Drawn, listOf } from './read-drawing.ts'

/**
 * Begins a process the way it is drawn: by command at its none start event, else by the message or signal of its start
 * event. The keys of the instances that this began; none for a process that begins otherwise.
 */
export async function begin(driving: Driving, process: Drawn, definitionKey: string): Promise<string[]> {
  const { designer, way } = driving
  const starts = listOf(process, 'flowElements').filter(({ $type }) => $type === 'bpmn:StartEvent')
  if (starts.some((start) => listOf(start, 'eventDefinitions').length === 0)) {
    const processDefinitionKey = id<never>(definitionKey)
    const started = await designer.createProcessInstance({
      processDefinitionKey,
      ...(way.variables === undefined ? {} : { variables: way.variables }),
    })
    return [started.processInstanceKey]
  }
  const before = await instancesOf(driving, definitionKey)
  if (!(await trigger(driving, starts))) return []
  return (await instancesOf(driving, definitionKey)).filter((key) => !before.includes(key))
}

/** Publishes the message, or broadcasts the signal, of the first start event that has one; false without one. */
async function trigger(
  { company, designer, way, deeds }: Driving,
  starts: readonly Drawn[],
): Promise<boolean> {
  const message = starts.map(messageOf).find((found) => found !== undefined)
  const signal = starts.map(signalOf).find((found) => found !== undefined)
  if (message !== undefined) {
    await designer.publishMessage({ name: message.name, correlationKey: '', variables: { ...way.variables } })
    deeds.push(`message "${message.name}" published`)
  } else if (signal !== undefined) {
    const variables = givenVariables(way.variables ?? {})
    await company.services.engine.broadcastSignal({ name: signal, variables }, { by: 'dana' })
    deeds.push(`signal "${signal}" broadcast`)
  }
  return message !== undefined || signal !== undefined
}

function signalOf(start: Drawn): string | undefined {
  const [definition] = listOf(start, 'eventDefinitions')
  return attributeOf(listOf(definition, 'signalRef')[0], 'name')
}

async function instancesOf({ designer }: Driving, definitionKey: string): Promise<string[]> {
  const filter = { processDefinitionKey: id<never>(definitionKey) }
  const { items } = await designer.searchProcessInstances({ filter }, AT_ONCE)
  return items.map(({ processInstanceKey }) => processInstanceKey)
}
