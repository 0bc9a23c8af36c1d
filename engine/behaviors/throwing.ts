import type { ElementInstance } from '../state/instance-state.ts'
import { perform } from '../step/actions.ts'
import type { Execution } from '../step/execution.ts'
import type { Behavior } from './behavior.ts'

type Throwing = 'endEvent' | 'intermediateThrowEvent' | 'sendTask'

/** Does what its definitions say, one after another. [TH1] [MU3] */
const throwing: Behavior<Throwing> = {
  rests: true,
  enter: performFrom,
  goOn: (x, instance, element) => (element.actions.length < 2 ? 'done' : performFrom(x, instance, element)),
}

/** Goes on where it stopped, to wait or with an incident. */
function performFrom(
  x: Execution,
  instance: ElementInstance,
  { actions }: Parameters<Behavior<Throwing>['enter']>[2],
): 'done' | 'rests' {
  for (let at = instance.extra?.thrown ?? 0; at < actions.length; at++) {
    const outcome = perform(x, instance, actions[at]!)
    if (!x.state.elements.has(instance.key)) return 'rests' // it has ended itself
    if (actions.length > 1) x.emit({ type: 'actionDone', key: instance.key })
    if (outcome === 'rests') return 'rests'
  }
  return 'done'
}

export const intermediateThrowEvent: Behavior<'intermediateThrowEvent'> = throwing

export const sendTask: Behavior<'sendTask'> = throwing

/** Consumes its token. [EE1] */
export const endEvent: Behavior<'endEvent'> = { ...throwing, flows: () => [] }
