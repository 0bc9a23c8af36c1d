import { leftAlone } from '../../working/left-alone.ts'
import { workOf } from '../../working/work-of.ts'
import type { PeerInstance, PeerWork } from './peer-instance.ts'
import type { PeerSession } from './peer-session.ts'

/** Does what the case says of the task. It has one scope for all variables. */
export function workPeer(session: PeerSession, { variables }: PeerInstance, work: PeerWork): void {
  const { casework, invocations, trace } = session
  const { sets, error, logs } = workOf(casework.behaviorAt(work.element), {
    variables,
    loopIndex: work.index,
    invocation: invocations.of(work.element),
  })
  invocations.count(work.element)
  trace.push(...logs)
  Object.assign(variables, sets)
  work.done(error === null ? null : Object.assign(new Error(error), { code: error }))
}

export const isLeft = (session: PeerSession, { element }: PeerWork): boolean => leftAlone(element, session)
