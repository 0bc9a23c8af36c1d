import type { ImportWarning } from 'bpmn-moddle'
import type { Problem } from '../problem.ts'
import { type ModdleNode, textOf } from './moddle-node.ts'

/**
 * A warning of the parser as a problem. Null for those that lose nothing that runs: a shape of something that is not
 * there, the type of a value, and an encoding that was decoded before the text came here.
 */
export function importProblem(warning: ImportWarning): Problem | null {
  if (warning.message.startsWith('unsupported document encoding')) return null
  if (namesType(warning) || losesDrawing(warning)) return null
  const element = warning.element
  if (element !== undefined && isDrawing(element)) return null
  const duplicate = /duplicate ID <(.*)>/.exec(warning.message)?.[1]
  if (duplicate !== undefined) return duplicateId(duplicate)
  const where = element === undefined ? '' : nearestId(element)
  if (warning.message.startsWith('unresolved reference')) return unresolved(where, warning)
  return {
    code: 'import_warning',
    element: where,
    message: `This part of the file was not understood: ${singleLine(warning.message)}.`,
    remedy: 'Correct or remove it; it would be lost.',
  }
}

/** Modellers have written labels with ids that others have. */
const losesDrawing = ({ message }: ImportWarning): boolean =>
  /^unparsable content <(?:[\w.-]+:)?BPMN(?:Label|Shape|Edge)>/.test(message)

/** Types of data are names of another language's declarations, an XML Schema's for instance. */
const namesType = ({ message, property }: ImportWarning): boolean =>
  message.startsWith('unresolved reference') &&
  /:?(structureRef|itemSubjectRef|itemRef)$/.test(property ?? '')

/** Nobody reads more; a hostile file can have a hundred thousand. */
const maxProblems = 200

/** The warnings as problems, the first 200 of them and how many there are more. */
export function importProblems(warnings: readonly ImportWarning[]): Problem[] {
  const problems = warnings.map(importProblem).filter((problem) => problem !== null)
  if (problems.length <= maxProblems) return problems
  return [...problems.slice(0, maxProblems), andMore(problems.length - maxProblems)]
}

const andMore = (count: number): Problem => ({
  code: 'more_problems',
  element: '',
  message: `There are ${count} more problems of this kind.`,
  remedy: 'Correct the first ones and try again.',
})

const isDrawing = (element: ModdleNode): boolean => /^(bpmndi|di|dc):/.test(element.$type)

/** An event definition often has no id; the event around it has. */
function nearestId(element: ModdleNode): string {
  for (let at: ModdleNode | undefined = element; at !== undefined; at = at.$parent) {
    const id = textOf(at, 'id')
    if (id !== '') return id
  }
  return ''
}

const singleLine = (message: string): string => message.replaceAll(/\s+/g, ' ').trim()

const duplicateId = (id: string): Problem => ({
  code: 'duplicate_id',
  element: id,
  message: `The id ${id} is used more than once.`,
  remedy: 'Give every element an id of its own.',
})

const unresolved = (where: string, { property = '', value = '' }: ImportWarning): Problem => ({
  code: 'unresolved_reference',
  element: where,
  message: `${property.replace(/^.*:/, '')} refers to ${value}, which is not in the file.`,
  remedy: 'Draw the missing element or correct the reference.',
})
