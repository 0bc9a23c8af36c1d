import { compileExpression, type FeelExpression } from '../../engine/feel/index.ts'
import type { Bound, Rule } from '../rules/rule.ts'
import type { LocalText } from '../texts/local-text.ts'
import type { Template } from '../texts/template.ts'
import { own } from '../values/json-value.ts'
import { isDangerousName } from '../values/safe-name.ts'
import type { FormProblem, FormProblemCode } from './form-problem.ts'

/** Reads one component of a form-js schema and collects what is wrong with it, so that all problems come at once. */
export class ComponentReader {
  readonly component: unknown
  /** The component's key or id, for problems. */
  readonly field: string
  readonly properties: ReadonlyMap<string, string>
  readonly #problems: FormProblem[]

  constructor(component: unknown, field: string, problems: FormProblem[]) {
    this.component = component
    this.field = field
    this.#problems = problems
    this.properties = this.#readProperties()
  }

  report(code: FormProblemCode, cause: string, remedy: string): void {
    this.#problems.push({ code, field: this.field, cause, remedy })
  }

  /** The setting at the path of names: `at('validate', 'min')`; undefined when it is not there. */
  at(...names: readonly string[]): unknown {
    return names.reduce<unknown>(own, this.component)
  }

  /** A text setting, null when absent or empty. */
  text(...names: readonly string[]): string | null {
    const value = this.at(...names)
    return typeof value === 'string' && value.trim() !== '' ? value : null
  }

  property(name: string): string | null {
    return this.properties.get(name)?.trim() || null
  }

  flag(...names: readonly string[]): boolean {
    return this.at(...names) === true
  }

  /** A setting that is a whole number of at least 0, null when absent. */
  count(setting: string, value: unknown): number | null {
    if (value === undefined || value === null || value === '') return null
    const number = Number(value)
    if (Number.isSafeInteger(number) && number >= 0) return number
    this.invalid(setting, 'a whole number of at least 0', value)
    return null
  }

  /** true, false or `=expression`. */
  rule(setting: string, value: unknown): Rule {
    if (value === undefined || value === null || value === '') return false
    if (typeof value === 'boolean') return value
    if (typeof value === 'string') return this.expression(setting, value) ?? false
    this.invalid(setting, 'true, false or an expression such as "=amount > 100"', value)
    return false
  }

  /** A number, a text that holds one, or `=expression`. */
  bound(setting: string, value: unknown): Bound {
    if (value === undefined || value === null || value === '') return null
    if (typeof value === 'string' && value.startsWith('=')) return this.expression(setting, value)
    const number = typeof value === 'string' ? Number(value) : value
    if (typeof number === 'number' && Number.isFinite(number)) return number
    this.invalid(setting, 'a number or an expression such as "=limit"', value)
    return null
  }

  /** Compiles FEEL, with or without the leading `=`. */
  expression(setting: string, source: string): FeelExpression | null {
    const compiled = compileExpression(source.trim().replace(/^=/, ''))
    if (compiled.ok) return compiled.value
    this.report(
      'expression_broken',
      `Expected FEEL in ${setting}, got "${source}": ${compiled.error.message}`,
      'Correct the expression or remove it.',
    )
    return null
  }

  /** A text of the schema with its translations: the setting itself and `properties["<name>:<language>"]`. */
  localText(name: string, base: unknown): LocalText {
    const translations = [...this.properties].filter(([key]) => key.startsWith(`${name}:`))
    return {
      base: typeof base === 'string' && base !== '' ? this.#template(name, base) : null,
      byLanguage: new Map(
        translations.map(([key, text]) => [key.slice(name.length + 1), this.#template(key, text)]),
      ),
    }
  }

  invalid(setting: string, expected: string, got: unknown): void {
    this.report(
      'setting_invalid',
      `Expected ${expected} in ${setting}, got ${shown(got)}.`,
      `Correct ${setting}.`,
    )
  }

  #template(setting: string, text: string): Template {
    if (text.startsWith('=')) return this.#parts(setting, [text.slice(1)], 0)
    if (/\{\{\s*[#/]/.test(text))
      this.report(
        'template_not_supported',
        `Expected {{expression}} in ${setting}, got a {{#if}} or {{#loop}} block.`,
        'Write the condition as an expression: {{if a then "x" else "y"}}, or use a second text with conditional.hide.',
      )
    return this.#parts(setting, text.split(/\{\{([^{}]*)\}\}/), 1)
  }

  /** Every second piece, beginning with `first`, is an expression. */
  #parts(setting: string, pieces: readonly string[], first: number): Template {
    const parts: (string | FeelExpression)[] = []
    for (const [index, piece] of pieces.entries()) {
      const part = index % 2 === first ? this.expression(setting, piece) : piece
      if (part !== null && part !== '') parts.push(part)
    }
    return parts
  }

  #readProperties(): ReadonlyMap<string, string> {
    const properties = own(this.component, 'properties')
    const read = new Map<string, string>()
    for (const [name, value] of Object.entries(properties ?? {})) {
      if (isDangerousName(name))
        this.report('key_dangerous', `Expected a plain name in properties, got "${name}".`, 'Rename it.')
      else if (['string', 'number', 'boolean'].includes(typeof value)) read.set(name, String(value))
      else this.invalid(`properties.${name}`, 'text', value)
    }
    return read
  }
}

const shown = (value: unknown): string => {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object'
  const text = typeof value === 'string' ? `"${value}"` : String(value)
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}
