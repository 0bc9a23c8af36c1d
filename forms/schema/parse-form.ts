import { fail, ok, type Result } from '../../engine/result.ts'
import { isObject, own } from '../values/json-value.ts'
import { checkGrids } from './check-grids.ts'
import { checkKeys } from './check-keys.ts'
import type { Form } from './form.ts'
import type { FormProblem } from './form-problem.ts'
import { parseComponents } from './parse-components.ts'
import { parseOutcomes } from './parse-outcomes.ts'
import { ParsedSchema } from './parsed-schema.ts'

/**
 * Reads a form-js schema (parsed JSON) into a form that can be filled.
 *
 * Fails with every problem at once: unknown fields, bad keys, broken expressions, settings that make no sense.
 */
export function parseForm(json: unknown): Result<Form, FormProblem[]> {
  const components = own(json, 'components')
  if (!isObject(json) || !Array.isArray(components)) return fail([notAForm(json)])
  const schema = new ParsedSchema()
  const fields = parseComponents(components, { groupPath: [], depth: 1, inGrid: false }, schema)
  const outcomes = parseOutcomes(fields, schema)
  checkKeys(fields, outcomes, schema)
  checkGrids(fields, schema)
  const id = own(json, 'id')
  if (schema.problems.length > 0) return fail(schema.problems)
  return ok({ id: typeof id === 'string' ? id : '', fields, outcomes })
}

const notAForm = (json: unknown): FormProblem => ({
  code: 'not_a_form',
  field: '',
  cause: `Expected a form-js schema, an object with a list of components, got ${isObject(json) ? 'an object without one' : typeof json}.`,
  remedy: 'Export the form from the form editor as JSON.',
})
