import { noVariables } from '../json.ts'
import type { Command } from '../state/command.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import type { Player } from './player.ts'

/** What could be done to the instance now: every open task, job, called process, timer, message wait and incident. */
export const possibleCommands = (player: Player): Command[] =>
  [...player.state.elements.values()].flatMap((one) => [...atWork(one), ...atWaits(one), ...atIncident(one)])

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

const atWaits = ({ key, waits }: ElementInstance): Command[] =>
  waits.map((wait) =>
    wait.kind === 'timer'
      ? { type: 'fireTimer', key, timer: wait.key }
      : { type: 'correlateMessage', key, subscription: wait.key, message: 9, variables: noVariables() },
  )

const atIncident = ({ key, incident }: ElementInstance): Command[] =>
  incident ? [{ type: 'resolveIncident', key, incident: incident.key }] : []

const WILD: ReadonlySet<Command['type']> = new Set(['throwJobError', 'throwCallError', 'failCall'])

/** Whether it only brings the instance nearer to its end: nothing fails, and nothing is triggered beside the flow. */
function isCalm(player: Player, command: Command): boolean {
  if (WILD.has(command.type)) return false
  if (command.type !== 'fireTimer' && command.type !== 'correlateMessage') return true
  const { element, waits } = player.state.elements.get(command.key)!
  const wanted = command.type === 'fireTimer' ? command.timer : command.subscription
  return waits.some((wait) => wait.key === wanted && wait.element === element)
}

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
