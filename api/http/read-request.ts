import type { z } from 'zod'
import type { FieldProblem } from '../contract/index.ts'
import { ApiProblem } from './api-problem.ts'

type Part = 'path' | 'query' | 'body'

/** `items[2].quantity` from zod's list of names and indexes. */
const pathText = (path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step}]` : text === '' ? String(step) : `${text}.${String(step)}`,
    '',
  )

function fieldProblem(issue: z.core.$ZodIssue): FieldProblem {
  const names: Record<string, string[]> = issue.code === 'unrecognized_keys' ? { names: issue.keys } : {}
  return { path: pathText(issue.path), code: issue.code, params: { message: issue.message, ...names } }
}

/** The part of the request as the schema has it, or 400 `invalid_request` with every field that does not fit. */
export function readPart(part: Part, schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const errors = read.error.issues.map(fieldProblem)
  const first = errors[0]
  throw new ApiProblem(
    400,
    'invalid_request',
    `The ${part} is not as described in /api/openapi.json: ${first?.path ?? ''} ${String(first?.params.message ?? '')}`.trim(),
    { errors },
  )
}
