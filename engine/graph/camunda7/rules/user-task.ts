import type { Draft, Taken } from '../draft.ts'
import { feelText } from '../juel/feel-name.ts'
import { hasJuel } from '../juel/juel-to-feel.ts'
import type { Rule } from '../node-draft.ts'

const single = [
  ['assignee', 'assignmentDefinition'],
  ['dueDate', 'taskSchedule'],
  ['followUpDate', 'taskSchedule'],
  ['priority', 'priorityDefinition'],
] as const

/** Who does a user task, and when. */
export const translateUserTask: Rule = ({ node, own }) => {
  if (node.type !== 'UserTask') return
  for (const [name, extension] of single) {
    const taken = own.take(name)
    if (taken === undefined || taken.value === '') continue
    const value = own.feel(taken.value, name)
    if (value !== null) own.put(extension, { [name]: value }, taken)
  }
  for (const name of ['candidateUsers', 'candidateGroups']) {
    const taken = own.take(name)
    if (taken === undefined || taken.value === '') continue
    const value = candidates(taken, own)
    if (value !== null) own.put('assignmentDefinition', { [name]: value }, taken)
  }
}

/** `sales, ${groups}`: each expression may be worth a name or a list of names. */
function candidates(taken: Taken, own: Draft): string | null {
  const pieces = taken.value.split(/,(?![^{]*\})/).map((piece) => piece.trim())
  if (pieces.length === 1 || !hasJuel(taken.value)) return own.feel(taken.value, taken.name)
  const parts = pieces.map((piece) => own.feel(piece, taken.name))
  if (parts.some((part) => part === null)) return null
  const items = parts.map((part) => (part!.startsWith('=') ? part!.slice(1) : feelText(part!)))
  return `=flatten([${items.join(', ')}])[item != null]`
}
