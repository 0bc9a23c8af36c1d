import { addDuration } from '../feel/index.ts'
import type { Computed, MessagePublication, ThrowAction } from '../graph/process-graph.ts'
import { noVariables, type Variables } from '../json.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import { associateSent } from './associate-keys.ts'
import { compensate, compensatedScopes } from './compensation.ts'
import { throwError } from './errors.ts'
import { throwEscalation } from './escalations.ts'
import type { Execution } from './execution.ts'
import { offerJob } from './offer-job.ts'
import { broadcast } from './signals.ts'
import { Stuck } from './stuck.ts'
import { terminateChildren } from './terminate.ts'
import { cancelTransaction } from './transactions.ts'
import { computeText, lookupFrom, visibleVariables } from './variables.ts'

/**
 * Does what one definition of a throwing event says. The instance may be gone afterwards: interrupted by what it has thrown.
 *
 * @returns 'rests' when something must be waited for
 */
export function perform(x: Execution, instance: ElementInstance, action: ThrowAction): 'done' | 'rests' {
  switch (action.kind) {
    case 'job':
      if (action.keys.length > 0) associateSent(x, instance, action.keys, carried(x, instance))
      return offerJob(x, instance, action.job)
    case 'publish':
      publish(x, instance, action.publication)
      return 'done'
    case 'signal':
      broadcast(x, instance.key, textOf(x, instance, 'a signal name', action.name), mapped(instance))
      return 'done'
    case 'error':
      throwErrorFrom(x, instance, action)
      return 'rests'
    case 'escalation':
      throwEscalation(x, instance, {
        code: action.code ? textOf(x, instance, 'an escalation code', action.code) : '',
        variables: mapped(instance),
      })
      return 'done'
    case 'compensation':
      return undoFor(x, instance, action.activity, action.waits)
    case 'link':
      followLink(x, instance, action.target)
      return 'done'
    case 'terminate':
      terminateChildren(x, x.instance(instance.scope), instance)
      return 'done'
    case 'cancel':
      cancelTransaction(x, instance)
      return 'done'
  }
}

const textOf = (x: Execution, instance: ElementInstance, what: string, computed: Computed): string =>
  computeText(x, what, computed, lookupFrom(x, instance))

/** What it sees may be local to scopes that end with it: input mappings say what is carried. [ER5] [SG2] */
const mapped = (instance: ElementInstance): Variables => instance.variables ?? noVariables()

/** The local variables of the throwing element if it has input mappings, else all it sees. [TH2] */
const carried = (x: Execution, instance: ElementInstance): Variables =>
  x.element(instance).inputs.length > 0 ? mapped(instance) : visibleVariables(x, instance)

type ErrorAction = Extract<ThrowAction, { kind: 'error' }>

function throwErrorFrom(x: Execution, instance: ElementInstance, { code, message }: ErrorAction): void {
  throwError(x, instance, {
    code: textOf(x, instance, 'an error code', code),
    message: message === null ? x.element(instance).name : textOf(x, instance, 'an error message', message),
    variables: mapped(instance),
  })
}

function undoFor(x: Execution, thrower: ElementInstance, activity: number, waits: boolean): 'done' | 'rests' {
  const scopes = compensatedScopes(x, thrower, activity)
  for (const scope of scopes) compensate(x, waits ? thrower : scopes[0]!, scope, activity)
  return scopes.length > 0 && waits ? 'rests' : 'done'
}

/** A link leads on within its scope as a sequence flow would. [LK1] (OMG BPMN 2.0.2, 10.5.5) */
const followLink = (x: Execution, { scope }: ElementInstance, element: number): void =>
  x.plan({ do: 'activate', element, scope, variables: null, loopCounter: 0 })

function publish(x: Execution, instance: ElementInstance, publication: MessagePublication): void {
  const text = (what: string, part: MessagePublication['messageId']) =>
    part ? textOf(x, instance, what, part) : ''
  const variables = carried(x, instance)
  associateSent(x, instance, publication.keys, variables)
  x.emit({
    type: 'messagePublished',
    key: instance.key,
    name: text('a message name', publication.name),
    correlationKey: text('a correlation key', publication.correlationKey),
    messageId: text('a message id', publication.messageId),
    timeToLive: readTimeToLive(x, text('a time to live', publication.timeToLive)),
    variables,
  })
}

function readTimeToLive(x: Execution, text: string): number {
  if (text === '') return 0
  const end = addDuration(x.context.now, text, x.context.zone)
  if (end.ok) return end.value - x.context.now
  throw new Stuck('EXTRACT_VALUE_ERROR', `expected an ISO 8601 duration as time to live, got '${text}'`)
}
