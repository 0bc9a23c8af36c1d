import type { ProcessGraph } from '../graph/process-graph.ts'
import type { Key } from '../key.ts'
import type { EngineEvent } from '../state/event.ts'

/**
 * Events as a person reads them, one per line: `activated approve`, `taken start-approve`, `task created approve (mina)`.
 * Keys are replaced by element ids, so a trace is the same whatever the keys were.
 */
export class Trace {
  readonly lines: string[] = []
  private graph: ProcessGraph
  private readonly elements = new Map<Key, string>()

  constructor(graph: ProcessGraph) {
    this.graph = graph
  }

  /** `graph`: that of the version the instance has after the event. */
  add(event: EngineEvent, graph: ProcessGraph): void {
    this.graph = graph
    if (event.type === 'instanceCreated') this.elements.set(event.key, this.graph.processId)
    if (event.type === 'elementActivated') {
      const loop = event.loopCounter > 0 ? `#${event.loopCounter}` : ''
      this.elements.set(event.key, this.graph.elements[event.element]!.id + loop)
    }
    const line = this.describe(event)
    if (line) this.lines.push(line)
  }

  private describe(event: EngineEvent): string {
    switch (event.type) {
      case 'elementActivated':
        return `activated ${this.at(event.key)}`
      case 'elementCompleted':
        return `completed ${this.at(event.key)}`
      case 'elementTerminated':
        return `terminated ${this.at(event.key)}`
      case 'sequenceFlowTaken':
        return `taken ${this.graph.flows[event.flow]!.id}`
      case 'tokenHeld':
        return `held ${this.graph.flows[event.flow]!.id}`
      case 'tokensJoined':
        return `joined ${event.flows.map((flow) => this.graph.flows[flow]!.id).join(' ')}`
      case 'tokensDiscarded':
        return `discarded tokens in ${this.at(event.scope)}`
      case 'variablesSet':
        return `set ${this.at(event.scope)} ${JSON.stringify(event.variables)}`
      case 'taskCreated':
        return `task created ${this.at(event.key)}`
      case 'taskAssigned':
        return `task assigned ${this.at(event.key)} to ${event.assignee ?? 'nobody'}`
      case 'timerScheduled':
        return `timer ${this.graph.elements[event.element]!.id} due ${new Date(event.dueAt).toISOString()}`
      case 'messageSubscribed':
        return `subscribed ${this.graph.elements[event.element]!.id} to ${event.name}/${event.correlationKey}`
      case 'correlationKeySet':
        return `key ${event.id} of ${this.at(event.scope)} is ${event.value}`
      case 'messagePublished':
        return `published ${event.name}/${event.correlationKey}`
      case 'jobCreated':
        return `job created ${this.at(event.key)} (${event.jobType}, ${event.retries})`
      case 'jobFailed':
        return `job failed ${this.at(event.key)} (${event.retries} left)`
      case 'signalSubscribed':
        return `subscribed ${this.graph.elements[event.element]!.id} to signal ${event.name}`
      case 'signalBroadcast':
        return `signal ${event.name} from ${this.at(event.key)}`
      case 'conditionOpened':
        return `watching ${this.graph.elements[event.element]!.id}${event.holds ? ', which holds' : ''}`
      case 'partHappened':
        return `happened ${this.graph.elements[event.element]!.id}, part ${event.part + 1}`
      case 'escalationThrown':
      case 'escalationEscaped':
        return `${words(event.type)} ${event.code} at ${this.at(event.key)}`
      case 'gateOpened':
      case 'gateReset':
        return `${words(event.type)} ${this.graph.elements[event.element]!.id}`
      case 'compensationRecorded':
        return `can be undone ${this.graph.elements[event.record.element]!.id}`
      case 'compensationStarted':
        return `undoing ${event.activity < 0 ? 'all' : this.graph.elements[event.activity]!.id} in ${this.at(event.scope)} for ${this.at(event.key)}`
      case 'undoBegun':
        return `undoing for ${this.at(event.holder)} by ${this.at(event.key)}`
      case 'errorThrown':
        return `error ${event.code} at ${this.at(event.key)}`
      case 'tokenDiscarded':
        return `discarded ${event.count} ${this.graph.flows[event.flow]!.id}`
      case 'instanceSuspended':
      case 'instanceResumed':
      case 'instanceMigrated':
        return words(event.type)
      case 'incidentRaised':
        return `incident ${event.incidentType} at ${this.at(event.key)}`
      case 'instanceCreated':
      case 'instanceCompleted':
      case 'instanceCanceled':
        return WORDS[event.type]
      default:
        return `${words(event.type)} ${'key' in event ? this.at(event.key) : ''}`.trim()
    }
  }

  private at(key: Key): string {
    return this.elements.get(key) ?? `?${key}`
  }
}

const WORDS = {
  instanceCreated: 'instance created',
  instanceCompleted: 'instance completed',
  instanceCanceled: 'instance canceled',
}

const words = (type: string): string => type.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
