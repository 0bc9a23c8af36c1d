import { compileExpression, type FeelDoubt, type FeelExpression, type FeelProblem } from '../feel/index.ts'
import { ok } from '../result.ts'
import type { Compiling } from './compiling.ts'
import { foreignOperatorRemedy } from './foreign-operators.ts'
import type { Computed, FeelComputed } from './process-graph.ts'

/** Where a text stands: for messages. */
export interface Spot {
  /** Element id. */
  readonly element: string
  /** Which of its settings, `assignee` for instance. */
  readonly what: string
}

/** A text that begins with `=` is FEEL, any other is meant as it stands. Null when the FEEL is bad (reported). */
export function computed(text: string, spot: Spot, at: Compiling): Computed | null {
  if (!text.startsWith('=')) return { kind: 'fixed', text }
  return feelComputed(text, spot, at)
}

function feelComputed(text: string, spot: Spot, at: Compiling): FeelComputed | null {
  const expression = feel(text, spot, at)
  return expression === null ? null : { kind: 'feel', expression }
}

/** Where only FEEL will do. Null when the text is no expression or a bad one (reported). */
export function feel(text: string, spot: Spot, at: Compiling): FeelExpression | null {
  if (!text.startsWith('=')) {
    at.report(expressionExpected(text, spot))
    return null
  }
  const known = at.expressions.get(text)
  const compiled = known ? ok(known) : compileExpression(text.slice(1).trim())
  if (!compiled.ok) {
    at.report(badExpression(text, spot, compiled.error))
    return null
  }
  at.expressions.set(text, compiled.value)
  for (const doubt of compiled.value.doubts) at.doubt(doubtfulExpression(text, spot, doubt))
  return compiled.value
}

const badExpression = (text: string, { element, what }: Spot, { message, position }: FeelProblem) => ({
  code: 'bad_expression',
  element,
  message: `${what}: the expression ${text} is not valid FEEL: ${message}`,
  remedy: foreignOperatorRemedy(text.slice(1).trim().slice(position)) ?? 'Correct the expression.',
})

const doubtfulExpression = (text: string, { element, what }: Spot, { written }: FeelDoubt) => ({
  code: 'doubtful_expression',
  element,
  message: `${what}: the expression ${text} is always null, as FEEL has no operator "${written}" and takes it for a comparison with a range.`,
  remedy: foreignOperatorRemedy(written) ?? 'Write one operator: =, !=, <, <=, > or >=.',
})

const expressionExpected = (text: string, { element, what }: Spot) => ({
  code: 'expression_expected',
  element,
  message: `${what}: expected a FEEL expression beginning with "=", got ${text === '' ? 'nothing' : `"${text}"`}.`,
  remedy: remedyFor(text),
})

/** Often only the sign is missing; a text of another language is not FEEL with a sign before it either. */
const remedyFor = (text: string): string =>
  text !== '' && compileExpression(text).ok
    ? `Write "=${text}".`
    : 'Write it in FEEL, for example "=amount > 100".'
