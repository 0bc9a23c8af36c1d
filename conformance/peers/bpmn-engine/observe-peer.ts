import type { Counts, Observed, ObservedError } from '../../running/contender.ts'
import type { PeerSession } from './peer-session.ts'
import { isLeft } from './work-peer.ts'

/** What waits now, and what its events told. */
export function observePeer(session: PeerSession): Observed {
  const { instances, trace } = session
  const postponed = instances.flatMap((instance) => instance.postponed())
  const ofType = (...types: string[]) =>
    postponed.filter(({ type }) => types.includes(type.replace('bpmn:', ''))).map(({ id }) => id)
  const works = instances.flatMap(({ work }) => work).filter((work) => isLeft(session, work))
  const completions = instances.flatMap(({ completed }) => completed)
  return {
    tasks: [...works.map(({ element }) => element), ...ofType('ReceiveTask')],
    events: ofType('IntermediateCatchEvent'),
    held: ofType('ParallelGateway', 'InclusiveGateway'),
    enabled: new Map(),
    ended: instances.every(({ ended }) => ended),
    entered: counted(instances.flatMap(({ entered }) => entered)),
    completed: counted(completions),
    completions,
    variables: Object.assign({}, ...instances.map(({ variables }) => variables).reverse()),
    taskVariables: instances.flatMap(({ work, variables }) =>
      work.map(({ element }) => ({ task: element, variables, given: variables })),
    ),
    dataObjects: {},
    trace,
    errors: instances.flatMap(({ faults }) => faults.map(asError)),
  }
}

function counted(ids: readonly string[]): Counts {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/** It says which element in its message. */
function asError(message: string): ObservedError {
  const element = /<([^>]+)>/.exec(message)?.[1] ?? ''
  const kind = /no conditional flow|not.*outbound/i.test(message) ? 'noOutgoingFlow' : 'uncaughtError'
  return { kind, element, code: '', message }
}
