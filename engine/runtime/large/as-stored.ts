import { noVariables, type Variables } from '../../json.ts'
import type { Command } from '../../state/command.ts'

/**
 * The command with its variables as the store would give them back. What is in a state that is kept must be what reading it
 * anew would give: no date of a handler, nothing absent, and nothing that the caller may still change.
 */
export function asStored(command: Command): Command {
  if (!('variables' in command)) return command
  const variables = JSON.parse(JSON.stringify(command.variables)) as Variables // it was just that
  return { ...command, variables: Object.assign(noVariables(), variables) }
}
