import type { RetrievalOptions, TriggerOptions } from './diagram-options.ts'
import { escapeXml, formal, xml } from './diagram-xml.ts'

/** What a test diagram declares beside its process: messages, errors, signals, escalations; each once. */
export class Declarations {
  private readonly messages = new Map<string, string>()
  private readonly errors = new Map<string, string>()
  private readonly signals = new Map<string, string>()
  private readonly escalations = new Map<string, string>()
  private readonly correlationProperties: string[] = []
  private readonly correlationKeys: string[] = []

  /** The event definitions for a trigger, '' for a none event. */
  eventDefinition(trigger: TriggerOptions): string {
    const { message, key, date, duration, cycle, error } = trigger
    if (trigger.several) return trigger.several.map((one) => this.eventDefinition(one)).join('')
    if (message !== undefined)
      return xml('bpmn:messageEventDefinition', { messageRef: this.message(message, key) })
    if (date !== undefined) return timer('timeDate', date)
    if (duration !== undefined) return timer('timeDuration', duration)
    if (cycle !== undefined) return timer('timeCycle', cycle)
    if (error !== undefined) return xml('bpmn:errorEventDefinition', { errorRef: this.error(error) })
    return this.thrown(trigger)
  }

  private thrown({
    signal,
    escalation,
    condition,
    link,
    compensate,
    cancel,
    terminate,
  }: TriggerOptions): string {
    if (signal !== undefined) return xml('bpmn:signalEventDefinition', { signalRef: this.signal(signal) })
    if (escalation !== undefined)
      return xml('bpmn:escalationEventDefinition', { escalationRef: this.escalation(escalation) })
    if (condition !== undefined) return conditional(condition)
    if (link !== undefined) return xml('bpmn:linkEventDefinition', { name: link })
    if (compensate !== undefined)
      return xml('bpmn:compensateEventDefinition', {
        activityRef: compensate === true ? undefined : compensate,
      })
    if (cancel === true) return '<bpmn:cancelEventDefinition/>'
    return terminate === true ? '<bpmn:terminateEventDefinition/>' : ''
  }

  private signal(name: string): string {
    const id = `signal-${this.signals.size + 1}`
    return declare(this.signals, name, id, xml('bpmn:signal', { id, name }))
  }

  private escalation(code: string | true): string | undefined {
    if (code === true) return undefined
    const id = `escalation-${this.escalations.size + 1}`
    return declare(
      this.escalations,
      code,
      id,
      xml('bpmn:escalation', { id, name: code, escalationCode: code }),
    )
  }

  /** Id of the message; the same name and key give the same message. */
  message(name: string, key: string | undefined): string {
    const id = `message-${this.messages.size + 1}`
    const subscription = key === undefined ? '' : xml('zeebe:subscription', { correlationKey: key })
    const inside = subscription === '' ? '' : xml('bpmn:extensionElements', {}, subscription)
    return declare(this.messages, `${name} ${key}`, id, xml('bpmn:message', { id, name }, inside))
  }

  correlationKey(id: string, properties: RetrievalOptions): void {
    for (const [property, paths] of Object.entries(properties)) this.correlationProperty(property, paths)
    const references = Object.keys(properties).map((property) =>
      xml('bpmn:correlationPropertyRef', {}, escapeXml(property)),
    )
    this.correlationKeys.push(xml('bpmn:correlationKey', { id }, ...references))
  }

  private correlationProperty(id: string, paths: RetrievalOptions[string]): void {
    const retrievals = Object.entries(paths).map(([message, path]) =>
      xml(
        'bpmn:correlationPropertyRetrievalExpression',
        { messageRef: this.message(message, undefined) },
        formal('bpmn:messagePath', path),
      ),
    )
    this.correlationProperties.push(xml('bpmn:correlationProperty', { id }, ...retrievals))
  }

  private error(code: string | true): string | undefined {
    if (code === true) return undefined
    const id = `error-${this.errors.size + 1}`
    return declare(this.errors, code, id, xml('bpmn:error', { id, name: code, errorCode: code }))
  }

  private collaboration(): string {
    if (this.correlationKeys.length === 0) return ''
    return xml('bpmn:collaboration', { id: 'collaboration' }, ...this.correlationKeys)
  }

  toXml(): string {
    const declared = [this.messages, this.errors, this.signals, this.escalations]
    const conversing = [...this.correlationProperties, this.collaboration()]
    return [...declared.flatMap((one) => [...one.values()]), ...conversing].join('')
  }
}

/** Id of what is declared under the key already, else the new one. */
function declare(declared: Map<string, string>, key: string, id: string, element: string): string {
  const known = /id="([^"]*)"/.exec(declared.get(key) ?? '')?.[1]
  if (known !== undefined) return known
  declared.set(key, element)
  return id
}

const conditional = (text: string): string =>
  xml('bpmn:conditionalEventDefinition', {}, formal('bpmn:condition', text))

const timer = (kind: string, text: string): string =>
  xml('bpmn:timerEventDefinition', {}, formal(`bpmn:${kind}`, text))
