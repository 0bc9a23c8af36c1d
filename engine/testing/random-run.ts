import { noVariables } from '../json.ts'
import { beginsNothing } from '../state/begins-nothing.ts'
import type { Command } from '../state/command.ts'
import type { ElementInstance, Wait } from '../state/instance-state.ts'
import { offeredIn } from '../state/offered-in.ts'
import type { Player } from './player.ts'

/** What could be done to the instance now: every open task, job, called process, timer, message wait and incident. */
export const possibleCommands = (player: Player): Command[] =>
  [...player.state.elements.values()].flatMap((one) => [
    ...atWork(one),
    ...atWaits(player, one),
    ...atAdHoc(player, one),
    ...atIncident(one),
  ])

function atWork({ key, task, job, called }: ElementInstance): Command[] {
  const commands: Command[] = []
  const variables = noVariables()
  const error = { code: 'E', message: 'thrown', variables }
  if (task) commands.push({ type: 'completeTask', key, variables, outcome: null })
  if (job && job.retries > 0) {
    commands.push({ type: 'completeJob', key, job: job.key, variables })
    commands.push({ type: 'throwJobError', key, job: job.key, ...error })
  }
  if (called) {
    commands.push({ type: 'completeCall', key, variables }, { type: 'throwCallError', key, ...error })
    commands.push({ type: 'failCall', key, message: 'it can not be started' })
  }
  return commands
}

const atWaits = (player: Player, { key, waits }: ElementInstance): Command[] =>
  waits.flatMap((wait) => atWait(player, key, wait))

function atWait(player: Player, key: number, wait: Wait): Command[] {
  const told = { key, subscription: wait.key, variables: noVariables() }
  switch (wait.kind) {
    case 'timer':
      return [{ type: 'fireTimer', key, timer: wait.key }]
    case 'message':
      return [{ type: 'correlateMessage', message: 9, ...told }]
    case 'signal':
      return [{ type: 'correlateSignal', ...told }]
    case 'condition':
      return [toggleOdd(player)]
    case 'happened':
      return []
  }
}

/** What conditional events look at. */
const toggleOdd = ({ state, variables }: Player): Command => {
  const changed = Object.assign(noVariables(), { odd: variables.odd !== true })
  return { type: 'setVariables', key: state.key, variables: changed, local: false }
}

function atAdHoc(player: Player, instance: ElementInstance): Command[] {
  const element = player.graph.elements[instance.element]!
  if (element.type !== 'adHocSubProcess') return []
  const { key } = instance
  const offered = offeredIn(element, instance)
  return [
    ...offered.map((index) => ({
      type: 'activateAdHoc' as const,
      key,
      elements: [index],
      variables: noVariables(),
    })),
    ...(beginsNothing(instance) ? [] : [{ type: 'completeAdHoc' as const, key }]),
  ]
}

const atIncident = ({ key, incident }: ElementInstance): Command[] =>
  incident ? [{ type: 'resolveIncident', key, incident: incident.key }] : []

/** Whether it only brings the instance nearer to its end: nothing fails, and nothing is triggered beside the flow. */
function isCalm(player: Player, command: Command): boolean {
  switch (command.type) {
    case 'throwJobError':
    case 'throwCallError':
    case 'failCall':
    case 'activateAdHoc':
      return false
    case 'fireTimer':
      return isOnTheWay(player, command.key, command.timer)
    case 'correlateMessage':
    case 'correlateSignal':
      return isOnTheWay(player, command.key, command.subscription)
    case 'setVariables':
      return waitsOnTheWayForCondition(player)
    default:
      return true
  }
}

/** The wait of an event in the flow itself, or of one after an event-based gateway. */
function isOnTheWay({ state, graph }: Player, key: number, wanted: number): boolean {
  const { element, waits } = state.elements.get(key)!
  const isGateway = graph.elements[element]!.type === 'eventBasedGateway'
  return waits.some((wait) => wait.key === wanted && (isGateway || wait.element === element))
}

const waitsOnTheWayForCondition = (player: Player): boolean =>
  [...player.state.elements.values()].some(({ key, waits }) =>
    waits.some((wait) => wait.kind === 'condition' && isOnTheWay(player, key, wait.key)),
  )

export interface RunLength {
  /** Steps in which anything possible may happen, the same event again and again among it. */
  readonly wild: number
  /** Steps after these, in which all that was begun is only brought to its end; as many as it takes when left out. */
  readonly calm?: number
}

/** Does something possible, again and again, until the instance ends or the steps are used up. */
export function runAtRandom(
  player: Player,
  pick: (count: number) => number,
  { wild, calm = Number.POSITIVE_INFINITY }: RunLength,
  after: () => void,
): void {
  for (let done = 0; done < wild + calm && player.status === 'active'; done++) {
    const commands = possibleCommands(player)
    const choice = done < wild ? commands : commands.filter((command) => isCalm(player, command))
    if (choice.length === 0) return
    player.give(choice[pick(choice.length)]!)
    after()
  }
}
