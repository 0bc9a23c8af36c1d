import type { ErrorDeclaration } from '../../../model/model.ts'
import { Draft, shorten } from '../draft.ts'
import type { NodeDraft } from '../node-draft.ts'
import type { Translating } from '../translating.ts'

/** `camunda:errorMessage` of the declared error → `kartabl:errorMessage` of the end event that throws it. */
export function translateErrorMessage({ own, at }: NodeDraft, errorRef: string | null): void {
  const declared = at.model.errors.get(errorRef ?? '')
  const value = declared?.foreignAttributes.find(({ name }) => name === 'errorMessage')?.value.trim() ?? ''
  if (value === '') return
  const message = own.feel(value, 'errorMessage')
  const from = { name: 'errorMessage', value, source: `camunda:errorMessage="${shorten(value)}"` }
  if (message !== null)
    own.add('properties', 'property', { name: 'kartabl:errorMessage', value: message }, from)
}

/** A declared error or escalation itself. */
export function translateDeclared(declared: ErrorDeclaration, at: Translating): ErrorDeclaration {
  const draft = new Draft(declared, declared.id, at)
  const message = draft.take('errorMessage')
  if (message) draft.drop(message, 'The end events that throw the error have it.')
  return { ...declared, ...draft.finish() }
}
