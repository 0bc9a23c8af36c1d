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

/** Does something possible, again and again, until the instance ends or `steps` are used up. */
export function runAtRandom(
  player: Player,
  pick: (count: number) => number,
  steps: number,
  after: () => void,
): void {
  for (let done = 0; done < steps && player.status === 'active'; done++) {
    const commands = possibleCommands(player)
    const calm = commands.filter(({ type }) => !WILD.has(type))
    // Late in the run nothing fails any more, so that what nobody catches an error for comes to an end.
    const choice = done < steps / 2 ? commands : calm
    if (choice.length === 0) return
    player.give(choice[pick(choice.length)]!)
    after()
  }
}
