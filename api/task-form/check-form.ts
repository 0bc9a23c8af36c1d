import type { Problem } from '../../engine/index.ts'
import { parseForm } from '../../forms/index.ts'
import { isObject, own } from '../../forms/values/json-value.ts'

const noId: Problem = {
  code: 'form_without_id',
  element: '',
  message: 'expected an "id" that the diagram can name, got a form without one',
  remedy: 'give the form an id in the form editor',
}

/** What keeps a form from being deployed; the engine asks, because it does not know the form language. */
export function checkForm(schema: unknown): Problem[] {
  const id = isObject(schema) ? own(schema, 'id') : undefined
  const parsed = parseForm(schema)
  const found = parsed.ok
    ? []
    : parsed.error.map(({ code, field, cause, remedy }) => ({ code, element: field, message: cause, remedy }))
  return typeof id === 'string' && id !== '' ? found : [noId, ...found]
}
