import type { Extension } from '../../../model/model.ts'
import { attribute, childrenNamed } from '../../find-extension.ts'
import type { Draft } from '../draft.ts'
import { hasJuel } from '../juel/juel-to-feel.ts'
import type { NodeDraft } from '../node-draft.ts'

/** What was injected into a class: a header of the job, or an input where it is computed. */
export function translateFields(source: Draft, { own }: NodeDraft): void {
  for (const field of source.takeElements('field')) {
    const name = attribute(field.extension, 'name')
    const value = fieldText(field.extension)
    const from = { ...field, source: `camunda:field name="${name}"` }
    if (!hasJuel(value)) own.add('taskHeaders', 'header', { key: name, value }, from)
    else {
      const feel = source.feel(value, `field ${name}`)
      if (feel !== null) own.add('ioMapping', 'input', { source: feel, target: name }, from)
    }
  }
}

export const fieldText = (field: Extension): string =>
  attribute(field, 'stringValue') ||
  attribute(field, 'expression') ||
  [...childrenNamed(field, 'string'), ...childrenNamed(field, 'expression')][0]?.body ||
  ''
