import type { FormProblem, FormProblemCode } from './form-problem.ts'

const maximumComponents = 1_000

/** What is known of a schema while it is read: its problems, the ids in use, the number of components. */
export class ParsedSchema {
  readonly problems: FormProblem[] = []
  readonly #ids = new Set<string>()
  #components = 0

  report(code: FormProblemCode, field: string, cause: string, remedy: string): void {
    this.problems.push({ code, field, cause, remedy })
  }

  /** False once the schema has more components than a form may have; said once. */
  hasRoom(): boolean {
    this.#components += 1
    if (this.#components === maximumComponents + 1)
      this.report(
        'form_too_large',
        '',
        `Expected at most ${maximumComponents} components, got more.`,
        'Split the form over several tasks.',
      )
    return this.#components <= maximumComponents
  }

  /** The component's id; one is made up for a component without, since nothing refers to it. */
  takeId(id: unknown, type: string): string {
    const name = typeof id === 'string' && id !== '' ? id : `${type}_${this.#components}`
    if (this.#ids.has(name))
      this.report(
        'id_duplicate',
        name,
        `Expected each id once, got "${name}" twice.`,
        'Change one of the ids.',
      )
    this.#ids.add(name)
    return name
  }
}
