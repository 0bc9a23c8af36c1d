import type { FieldContext } from '../rules/field-context.ts'
import { renderTemplate, type Template } from './template.ts'

/** A text in several languages: form-js's own text, and `properties["label:fa"]` for each further language. */
export interface LocalText {
  readonly base: Template | null
  readonly byLanguage: ReadonlyMap<string, Template>
}

/**
 * The text in the language (`fa`, `pt-BR`), else in its main language (`pt`), else as form-js has it; null when there is none.
 */
export function localText(text: LocalText, language: string, context: FieldContext | null): string | null {
  const main = language.split('-')[0] ?? language
  const template = text.byLanguage.get(language) ?? text.byLanguage.get(main) ?? text.base
  return template === null ? null : renderTemplate(template, context)
}
