import { hasJuel } from '../juel/juel-to-feel.ts'
import type { NodeDraft, Rule } from '../node-draft.ts'

const counting = 'loopCounter begins with 1 here, with 0 in version 7; in expressions it is translated.'

/** Multi-instance over a collection or a number of times, and standard loops. [NS8] */
export const translateLoop: Rule = (draft) => {
  const { own, changes } = draft
  const { loop } = draft.node
  if (loop === null) return
  const text = (value: string | null, what: string, counters = false) =>
    value === null ? null : own.standard(value, what, { counters })
  if (loop.kind === 'standard') changes.loop = { ...loop, condition: text(loop.condition, 'loopCondition') }
  else {
    translateCollection(draft)
    changes.loop = {
      ...loop,
      cardinality: text(loop.cardinality, 'loopCardinality'),
      completionCondition: text(loop.completionCondition, 'completionCondition', true),
    }
  }
}

function translateCollection({ loop: draft }: NodeDraft): void {
  const collection = draft?.take('collection')
  const elementVariable = draft?.take('elementVariable')
  if (draft && collection) {
    const text = hasJuel(collection.value) ? collection.value : `\${${collection.value}}`
    const inputCollection = draft.feel(text, 'collection') ?? '=[]'
    draft.put('loopCharacteristics', { inputCollection }, collection, counting)
  }
  if (draft && elementVariable)
    draft.put('loopCharacteristics', { inputElement: elementVariable.value }, elementVariable)
}
