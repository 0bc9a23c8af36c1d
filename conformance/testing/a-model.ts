import type { EventDefinition, FlowNode, Model } from '../../engine/model/model.ts'
import { parse } from '../../engine/model/parse.ts'

/** The model of a process with this inside, and declarations beside it. @throws Error when it cannot be read */
export async function aModel(inside: string, beside = ''): Promise<Model> {
  const read = await parse(
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
       xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">${beside}
       <process id="p" isExecutable="true">${inside}</process></definitions>`,
  )
  if (!read.ok) throw new Error(read.error.map(({ message }) => message).join('\n'))
  return read.value
}

export function nodeOf(model: Model, id: string): FlowNode {
  const found = model.processes[0]?.inside.nodes.find((node) => node.id === id)
  if (!found) throw new Error(`expected an element ${id} in the process, got none`)
  return found
}

/** The only event definition of an element. */
export function eventOf({ id, events }: FlowNode): EventDefinition {
  const [event, ...others] = events
  if (!event || others.length > 0) throw new Error(`expected one event at ${id}, got ${events.length}`)
  return event
}
