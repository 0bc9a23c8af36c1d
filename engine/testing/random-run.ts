import type { Command } from '../state/command.ts'
import { noVariables } from '../json.ts'
import type { Player } from './player.ts'

/** What could be done to the instance now: every open task, job, timer and message wait. */
export function possibleCommands(player: Player): Command[] {
  const commands: Command[] = []
  const variables = noVariables()
  for (const { key, task, job, waits } of player.state.elements.values()) {
    if (task) commands.push({ type: 'completeTask', key, variables, outcome: null })
    if (job && job.retries > 0) {
      commands.push({ type: 'completeJob', key, job: job.key, variables })
      commands.push({ type: 'throwJobError', key, job: job.key, code: 'E', message: 'thrown', variables })
    }
    for (const wait of waits) {
      if (wait.kind === 'timer') commands.push({ type: 'fireTimer', key, timer: wait.key })
      else commands.push({ type: 'correlateMessage', key, subscription: wait.key, message: 9, variables })
    }
  }
  for (const { key, incident } of player.state.elements.values())
    if (incident) commands.push({ type: 'resolveIncident', key, incident: incident.key })
  return commands
}

/** Does something possible, again and again, until the instance ends or `steps` are used up. */
export function runAtRandom(player: Player, pick: (count: number) => number, steps: number, after: () => void): void {
  for (let done = 0; done < steps && player.status === 'active'; done++) {
    const commands = possibleCommands(player)
    const calm = commands.filter(({ type }) => type !== 'throwJobError')
    // Late in the run errors are no longer thrown, so that a job that nobody catches them for comes to an end.
    const choice = done < steps / 2 ? commands : calm
    if (choice.length === 0) return
    player.give(choice[pick(choice.length)]!)
    after()
  }
}
