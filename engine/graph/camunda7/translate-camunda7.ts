import type { Extended, Model, ModelProcess, Named } from '../../model/model.ts'
import type { Problem } from '../../problem.ts'
import { Draft } from './draft.ts'
import { translateDeclared } from './rules/error-message.ts'
import { translateMessage } from './rules/message.ts'
import { dropNotNeeded } from './rules/not-needed.ts'
import { translateProcess } from './rules/process.ts'
import { translateProperties } from './rules/properties.ts'
import { Speech } from './speech.ts'
import { translateScope } from './translate-scope.ts'
import { newTranslating, type Translating } from './translating.ts'
import type { Translation } from './translation.ts'

export interface Translated {
  /** In the zeebe namespace and FEEL only. */
  readonly model: Model
  readonly translations: readonly Translation[]
  /** What has no equivalent. */
  readonly problems: readonly Problem[]
}

/**
 * Says what a file says in the version 7 namespace in the zeebe namespace and FEEL, as far as there is an equivalent.
 * A file that speaks neither that namespace nor its expression language is given back as it is; so is one in the zeebe
 * namespace whose only trace of version 7 is such an expression.
 */
export function translateCamunda7(model: Model): Translated {
  const speech = new Speech(model)
  if (!speech.camunda && (speech.zeebe || !speech.juel)) return { model, translations: [], problems: [] }
  const at = newTranslating(model, !speech.zeebe)
  const processes = model.processes.map((process) =>
    process.executable ? translateOne(process, at) : process,
  )
  const messages = new Map([...at.messages].map(([id, message]) => [id, translateMessage(message, at)]))
  const signals = new Map([...model.signals].map(([id, signal]) => [id, translateSignal(signal, at)]))
  const declared = (all: Model['errors']) =>
    new Map([...all].map(([id, one]) => [id, translateDeclared(one, at)]))
  const codes = { errors: declared(model.errors), escalations: declared(model.escalations) }
  const translated = { ...model, ...codes, processes, messages, signals }
  return { model: translated, translations: at.translations, problems: at.problems }
}

function translateSignal(signal: Named, at: Translating): Named {
  const draft = new Draft(nothingMore, signal.id, at)
  return { ...signal, name: draft.standard(signal.name, 'signal name') }
}

const nothingMore: Extended = { extensions: [], foreignAttributes: [] }

function translateOne(process: ModelProcess, at: Translating): ModelProcess {
  const draft = new Draft(process, process.id, at)
  dropNotNeeded(draft)
  translateProcess(draft)
  translateProperties(draft)
  const inside = translateScope(process.inside, true, at)
  const extended = draft.finish()
  const forms = at.forms.splice(0)
  return { ...process, ...extended, extensions: [...extended.extensions, ...forms], inside }
}
