import type { Compiling } from './compiling.ts'
import type { Spot } from './compute.ts'

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])
const pattern = /^[\p{L}_][\p{L}\p{N}_]*$/u

/** Whether a variable can be called so. */
export const isVariableName = (text: string): boolean => nameProblem(text) === null

/** A variable's name, null when it can't be one (reported). */
export function variableName(text: string, spot: Spot, at: Compiling): string | null {
  const problem = nameProblem(text)
  if (problem === null) return text
  at.report({
    code: 'bad_variable_name',
    element: spot.element,
    message: `${spot.what}: "${text}" can't be the name of a variable: ${problem}.`,
    remedy: 'Use letters, digits and underscores, beginning with a letter.',
  })
  return null
}

/** A name or a dotted path of names. */
export function variablePath(text: string, spot: Spot, at: Compiling): string[] | null {
  const names = text.split('.').map((name) => variableName(name.trim(), spot, at))
  const usable = names.filter((name) => name !== null)
  return usable.length === names.length ? usable : null
}

function nameProblem(text: string): string | null {
  if (forbidden.has(text)) return "it is a reserved word of the platform's language"
  if (text === '') return 'it is empty'
  return pattern.test(text) ? null : 'it holds characters that FEEL reads as something else'
}
