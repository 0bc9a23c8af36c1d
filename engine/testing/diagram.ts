import { Declarations } from './diagram-declarations.ts'
import type {
  AdHocOptions,
  CallOptions,
  ElementOptions,
  EventOptions,
  JobOptions,
  RetrievalOptions,
  ThrowOptions,
  UserTaskOptions,
} from './diagram-options.ts'
import { DiagramScope } from './diagram-scope.ts'
import { formal, headers, properties, xml } from './diagram-xml.ts'

/**
 * A process diagram for a test, written as it flows. Every element is connected from the one before; `from` goes back
 * to an element, `to` leads to one. Sequence flows are called `source-target`.
 *
 *     diagram('order').start().exclusive('big').from('big', { when: '=amount > 100' }).userTask('approve').end()
 *       .from('big', { isDefault: true }).to('end').toXml()
 */
export const diagram = (processId: string, options: ElementOptions = {}): Diagram =>
  new Diagram(processId, options)

type Inside = (inside: Diagram) => Diagram

export class Diagram extends DiagramScope {
  private readonly id: string
  private readonly options: ElementOptions
  private readonly depthFirst: Diagram[] = []

  constructor(id: string, options: ElementOptions, declarations = new Declarations()) {
    super(declarations)
    this.id = id
    this.options = options
  }

  start(id = 'start', { formId, ...options }: EventOptions = {}): this {
    const form = formId === undefined ? [] : [xml('zeebe:formDefinition', { formId })]
    const isInterrupting = options.interrupting === false ? 'false' : undefined
    this.add('startEvent', id, this.withTrigger(options), form, { isInterrupting, ...together(options) })
    return this.from(id)
  }

  end(id = 'end', options: EventOptions & ThrowOptions = {}): this {
    return this.append('endEvent', id, this.withTrigger({ ...options, key: undefined }), throwing(options))
  }

  userTask(id: string, options: UserTaskOptions = {}): this {
    const { assignee, candidateGroups, candidateUsers, dueDate, followUpDate, priority, formId } = options
    return this.append('userTask', id, options, [
      xml('zeebe:userTask', {}),
      optional('zeebe:assignmentDefinition', { assignee, candidateGroups, candidateUsers }),
      optional('zeebe:taskSchedule', { dueDate, followUpDate }),
      optional('zeebe:priorityDefinition', { priority }),
      optional('zeebe:formDefinition', { formId }),
    ])
  }

  serviceTask(id: string, type: string, options: JobOptions = {}): this {
    return this.append('serviceTask', id, options, job(type, options))
  }

  /** @param expression FEEL with its leading `=` */
  scriptTask(id: string, expression: string, resultVariable: string, options: ElementOptions = {}): this {
    return this.append('scriptTask', id, options, [xml('zeebe:script', { expression, resultVariable })])
  }

  ruleTask(id: string, decisionId: string, resultVariable: string, options: ElementOptions = {}): this {
    return this.append('businessRuleTask', id, options, [
      xml('zeebe:calledDecision', { decisionId, resultVariable }),
    ])
  }

  sendTask(id: string, options: ThrowOptions): this {
    const { message } = options
    const messageRef = message === undefined ? undefined : this.declarations.message(message, undefined)
    const attributes = { ...(messageRef === undefined ? {} : { messageRef }), ...options.attributes }
    return this.append('sendTask', id, { ...options, attributes }, throwing(options))
  }

  receiveTask(id: string, message: string, key?: string, options: ElementOptions = {}): this {
    const attributes = { messageRef: this.declarations.message(message, key), ...options.attributes }
    return this.append('receiveTask', id, { ...options, attributes })
  }

  task(id: string, options: ElementOptions = {}): this {
    return this.append('task', id, options)
  }

  manualTask(id: string, options: ElementOptions = {}): this {
    return this.append('manualTask', id, options)
  }

  callActivity(id: string, processId: string, options: CallOptions = {}): this {
    const { bindingType, versionTag } = options
    const called = xml('zeebe:calledElement', {
      processId,
      bindingType,
      versionTag,
      propagateAllParentVariables: options.propagateAllParentVariables?.toString(),
      propagateAllChildVariables: options.propagateAllChildVariables?.toString(),
    })
    return this.append('callActivity', id, options, [called])
  }

  exclusive(id: string, options: ElementOptions = {}): this {
    return this.append('exclusiveGateway', id, options)
  }

  parallel(id: string, options: ElementOptions = {}): this {
    return this.append('parallelGateway', id, options)
  }

  inclusive(id: string, options: ElementOptions = {}): this {
    return this.append('inclusiveGateway', id, options)
  }

  /** @param activationCondition FEEL, for example `=activationCount >= 2` */
  complex(id: string, activationCondition?: string, options: ElementOptions = {}): this {
    const condition = formal('bpmn:activationCondition', activationCondition)
    return this.append('complexGateway', id, { ...options, xml: condition + (options.xml ?? '') })
  }

  eventBased(id: string, options: ElementOptions = {}): this {
    return this.append('eventBasedGateway', id, options)
  }

  catch(id: string, options: EventOptions): this {
    const attributes = { ...together(options), ...options.attributes }
    return this.append('intermediateCatchEvent', id, this.withTrigger({ ...options, attributes }))
  }

  /** Without a message it only marks that something was reached. */
  throw(id: string, options: ThrowOptions = {}): this {
    return this.append(
      'intermediateThrowEvent',
      id,
      this.withTrigger({ ...options, key: undefined }),
      throwing(options),
    )
  }

  /** Goes on from the boundary event; use `from` to go back to the activity. */
  boundary(id: string, attachedToRef: string, options: EventOptions): this {
    const cancelActivity = options.interrupting === false ? 'false' : undefined
    this.add('boundaryEvent', id, this.withTrigger(options), [], {
      attachedToRef,
      cancelActivity,
      ...together(options),
    })
    return this.from(id)
  }

  subProcess(id: string, inside: Inside, options: ElementOptions = {}): this {
    return this.append('subProcess', id, this.withInside(id, inside, options))
  }

  transaction(id: string, inside: Inside, options: ElementOptions = {}): this {
    return this.append('transaction', id, this.withInside(id, inside, options))
  }

  /** Activities inside that may be begun are drawn after `beside`, others where a flow leads to them. */
  adHoc(id: string, inside: Inside, options: AdHocOptions = {}): this {
    const { sequential, cancelRemaining, completionCondition, activeElements } = options
    const attributes = {
      ...options.attributes,
      ...(sequential === true && { ordering: 'Sequential' }),
      ...(cancelRemaining === false && { cancelRemainingInstances: 'false' }),
    }
    const written = this.withInside(id, inside, { ...options, attributes })
    const condition = formal('bpmn:completionCondition', completionCondition)
    return this.append('adHocSubProcess', id, { ...written, xml: (written.xml ?? '') + condition }, [
      optional('zeebe:adHoc', { activeElementsCollection: activeElements }),
    ])
  }

  /** Ends the branch: what is drawn next is connected from nothing. */
  beside(): this {
    return this.nowhere()
  }

  /** The activity is undone by `handler`; the diagram goes on after the activity. */
  compensatedBy(
    activity: string,
    handler: string,
    draw: Inside = (d) => d.userTask(handler, FOR_COMPENSATION),
  ): this {
    const boundary = `${activity}-undone`
    this.add('boundaryEvent', boundary, this.withTrigger({ compensate: true }), [], {
      attachedToRef: activity,
    })
    draw(this.beside())
    this.xml(
      xml('bpmn:association', { id: `${boundary}-${handler}`, sourceRef: boundary, targetRef: handler }),
    )
    return this.from(activity)
  }

  /**
   * Messages that have the same values for these properties belong to one conversation.
   *
   * @param properties by their ids: where each message, by its name, has the value
   * @param data where the process has the value of each property
   */
  correlationKey(id: string, properties: RetrievalOptions, data?: Readonly<Record<string, string>>): this {
    this.declarations.correlationKey(id, properties)
    if (data === undefined) return this
    const bindings = Object.entries(data).map(([correlationPropertyRef, path]) =>
      xml('bpmn:correlationPropertyBinding', { correlationPropertyRef }, formal('bpmn:dataPath', path)),
    )
    return this.xml(
      xml('bpmn:correlationSubscription', { id: `${id}-data`, correlationKeyRef: id }, ...bindings),
    )
  }

  /** Stands beside the flow: the diagram goes on where it was. */
  eventSubProcess(id: string, inside: Inside, options: ElementOptions = {}): this {
    this.add('subProcess', id, this.withInside(id, inside, options), [], { triggeredByEvent: 'true' })
    return this
  }

  /**
   * The whole file.
   *
   * @param drawn with a shape for every element, though all in one place
   */
  toXml({ executable = true, drawn = false, beside = '' } = {}): string {
    const process = xml(
      'bpmn:process',
      { id: this.id, name: this.options.name, isExecutable: String(executable), ...this.options.attributes },
      this.ownChildren(),
      this.inside(),
    )
    return xml(
      'bpmn:definitions',
      namespaces,
      this.declarations.toXml(),
      process,
      beside,
      drawn ? this.drawing() : '',
    )
  }

  private ownChildren(): string {
    const { documentation, extensions = '', properties: values = {} } = this.options
    const extended = properties(values) + extensions
    return [
      optionalText('bpmn:documentation', documentation),
      extended === '' ? '' : xml('bpmn:extensionElements', {}, extended),
      this.options.xml ?? '',
    ].join('')
  }

  private withTrigger(options: EventOptions): ElementOptions {
    return { ...options, xml: this.declarations.eventDefinition(options) + (options.xml ?? '') }
  }

  private withInside(id: string, write: Inside, options: ElementOptions): ElementOptions {
    const inner = write(new Diagram(id, {}, this.declarations))
    this.depthFirst.push(inner)
    return { ...options, xml: inner.inside() + (options.xml ?? '') }
  }

  private drawing(): string {
    const shapes = this.allIds().map((id) =>
      xml(
        'bpmndi:BPMNShape',
        { id: `${id}-shape`, bpmnElement: id },
        xml('dc:Bounds', { x: '0', y: '0', width: '1', height: '1' }),
      ),
    )
    const plane = xml('bpmndi:BPMNPlane', { id: 'plane', bpmnElement: this.id }, ...shapes)
    return xml('bpmndi:BPMNDiagram', { id: 'drawing' }, plane)
  }

  private allIds(): string[] {
    return [...this.ids(), ...this.depthFirst.flatMap((inner) => inner.allIds())]
  }
}

/** Of an activity that undoes another. */
export const FOR_COMPENSATION = { attributes: { isForCompensation: 'true' } }

const job = (type: string, { retries, headers: values }: JobOptions): string[] => [
  xml('zeebe:taskDefinition', { type, retries }),
  headers(values),
]

function throwing(options: ThrowOptions): string[] {
  if (options.type !== undefined) return job(options.type, options)
  if (options.message === undefined) return []
  const { key, messageId, timeToLive } = options
  return [xml('zeebe:publishMessage', { correlationKey: key, messageId, timeToLive })]
}

const together = ({ parallel }: EventOptions): Readonly<Record<string, string>> =>
  parallel === true ? { parallelMultiple: 'true' } : {}

const optional = (tag: string, attributes: Readonly<Record<string, string | undefined>>): string =>
  Object.values(attributes).every((value) => value === undefined) ? '' : xml(tag, attributes)

const optionalText = (tag: string, text: string | undefined): string =>
  text === undefined ? '' : xml(tag, {}, text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))

const namespaces = {
  id: 'definitions',
  targetNamespace: 'http://kartabl.test',
  'xmlns:bpmn': 'http://www.omg.org/spec/BPMN/20100524/MODEL',
  'xmlns:bpmndi': 'http://www.omg.org/spec/BPMN/20100524/DI',
  'xmlns:dc': 'http://www.omg.org/spec/DD/20100524/DC',
  'xmlns:di': 'http://www.omg.org/spec/DD/20100524/DI',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xmlns:zeebe': 'http://camunda.org/schema/zeebe/1.0',
  'xmlns:camunda': 'http://camunda.org/schema/1.0/bpmn',
}
