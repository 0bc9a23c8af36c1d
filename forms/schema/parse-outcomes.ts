import { renderTemplate } from '../texts/template.ts'
import { pathText } from '../values/value-path.ts'
import type { Field, FieldOf, Outcome } from './form.ts'
import type { ParsedSchema } from './parsed-schema.ts'
import { valueFields } from './value-fields.ts'

/** The outcomes of a form in the order of their buttons. */
export function parseOutcomes(fields: readonly Field[], schema: ParsedSchema): Outcome[] {
  const paths = new Set(valueFields(fields).map((field) => pathText('', field.path)))
  const outcomes = buttonsOf(fields).flatMap((button) => toOutcome(button))
  for (const [index, { outcome, requires }] of outcomes.entries()) {
    if (outcomes.findIndex((other) => other.outcome === outcome) !== index)
      schema.report(
        'outcome_duplicate',
        outcome,
        `Expected each outcome once, got "${outcome}" twice.`,
        'Rename one.',
      )
    for (const path of requires.filter((name) => !paths.has(name)))
      schema.report(
        'requires_unknown_field',
        outcome,
        `Expected keys of fields in properties.requires, got "${path}".`,
        'Correct the key or add the field.',
      )
  }
  return outcomes
}

/** Buttons inside a grid act on a row, so they are no outcomes. */
const buttonsOf = (fields: readonly Field[]): FieldOf<'button'>[] =>
  fields.flatMap((field) => {
    if (field.kind === 'group') return buttonsOf(field.fields)
    return field.kind === 'button' ? [field] : []
  })

function toOutcome(button: FieldOf<'button'>): Outcome[] {
  const { outcome } = button.settings
  if (outcome === null) return []
  const { base } = button.texts.label
  const requires = button.properties.get('requires')?.split(/[,;\s]+/) ?? []
  return [
    {
      outcome,
      label: base === null ? outcome : renderTemplate(base, null),
      name: outcome,
      texts: { label: button.texts.label },
      primary: button.properties.get('primary') === 'true',
      destructive: button.properties.get('destructive') === 'true',
      requires: requires.filter((name) => name !== ''),
      path: pathText('', button.path),
    },
  ]
}
