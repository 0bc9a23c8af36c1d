import type { TriggerOptions } from './diagram-options.ts'
import { escapeXml, xml } from './diagram-xml.ts'

/** Messages and errors that a test diagram declares beside its process; each is declared once. */
export class Declarations {
  private readonly messages = new Map<string, string>()
  private readonly errors = new Map<string, string>()

  /** The event definition for a trigger, '' for a none event. */
  eventDefinition(trigger: TriggerOptions): string {
    const { message, key, date, duration, cycle, error } = trigger
    if (message !== undefined)
      return xml('bpmn:messageEventDefinition', { messageRef: this.message(message, key) })
    if (date !== undefined) return timer('timeDate', date)
    if (duration !== undefined) return timer('timeDuration', duration)
    if (cycle !== undefined) return timer('timeCycle', cycle)
    if (error !== undefined) return xml('bpmn:errorEventDefinition', { errorRef: this.error(error) })
    return trigger.terminate === true ? '<bpmn:terminateEventDefinition/>' : ''
  }

  /** Id of the message; the same name and key give the same message. */
  message(name: string, key: string | undefined): string {
    const id = `message-${this.messages.size + 1}`
    const subscription = key === undefined ? '' : xml('zeebe:subscription', { correlationKey: key })
    const inside = subscription === '' ? '' : xml('bpmn:extensionElements', {}, subscription)
    return declare(this.messages, `${name} ${key}`, id, xml('bpmn:message', { id, name }, inside))
  }

  private error(code: string | true): string | undefined {
    if (code === true) return undefined
    const id = `error-${this.errors.size + 1}`
    return declare(this.errors, code, id, xml('bpmn:error', { id, name: code, errorCode: code }))
  }

  toXml(): string {
    return [...this.messages.values(), ...this.errors.values()].join('')
  }
}

/** Id of what is declared under the key already, else the new one. */
function declare(declared: Map<string, string>, key: string, id: string, element: string): string {
  const known = /id="([^"]*)"/.exec(declared.get(key) ?? '')?.[1]
  if (known !== undefined) return known
  declared.set(key, element)
  return id
}

const timer = (kind: string, text: string): string =>
  xml(
    'bpmn:timerEventDefinition',
    {},
    xml(`bpmn:${kind}`, { 'xsi:type': 'bpmn:tFormalExpression' }, escapeXml(text)),
  )
