import type { Extension, Message, Model } from '../../model/model.ts'
import type { Problem } from '../../problem.ts'
import type { Translation } from './translation.ts'

/** One file while it is translated. */
export interface Translating {
  readonly model: Model
  /** The file speaks version 7 only, so what it leaves out means what it means there. */
  readonly only: boolean
  /** Messages that elements refer to, with what was added to them. */
  readonly messages: Map<string, Message>
  /** Forms that were made of form data, for the process that is translated now. */
  readonly forms: Extension[]
  report(problem: Problem): void
  became(element: string, from: string, to: string, note?: string): void
}

/** Collects what happens. */
export function newTranslating(
  model: Model,
  only: boolean,
): Translating & { readonly problems: Problem[]; readonly translations: Translation[] } {
  const problems: Problem[] = []
  const translations: Translation[] = []
  return {
    model,
    only,
    problems,
    translations,
    messages: new Map(model.messages),
    forms: [],
    report: (problem) => void problems.push(problem),
    became: (element, from, to, note = '') => void translations.push({ element, from, to, note }),
  }
}
