import { hasJuel } from '../juel/juel-to-feel.ts'
import type { Rule } from '../node-draft.ts'

const counting = 'loopCounter begins with 1 here, with 0 in version 7; in expressions it is translated.'

/** Multi-instance over a collection or a number of times. */
export const translateLoop: Rule = ({ node, own, loop: draft, changes, at }) => {
  const { loop } = node
  if (loop?.kind !== 'multiInstance' || draft === null) return
  const collection = draft.take('collection')
  const elementVariable = draft.take('elementVariable')
  if (collection) {
    const text = hasJuel(collection.value) ? collection.value : `\${${collection.value}}`
    const inputCollection = draft.feel(text, 'collection') ?? '=[]'
    draft.put('loopCharacteristics', { inputCollection }, collection, counting)
  }
  if (elementVariable)
    draft.put('loopCharacteristics', { inputElement: elementVariable.value }, elementVariable)
  const cardinality = loop.cardinality ?? ''
  const condition = loop.completionCondition
  changes.loop = {
    ...loop,
    completionCondition: condition && own.standard(condition, 'completionCondition', { counters: true }),
  }
  if (cardinality === '' || collection || !(at.only || hasJuel(cardinality))) return
  const feel = own.feel(cardinality, 'loopCardinality') ?? '0'
  draft.set('loopCharacteristics', { inputCollection: `=${times(feel.replace(/^=/, ''))}` })
  at.became(
    node.id,
    `loopCardinality ${cardinality}`,
    `inputCollection="=${times(feel.replace(/^=/, ''))}"`,
    counting,
  )
  changes.loop = { ...changes.loop, cardinality: null }
}

/** A list of that length; FEEL's `1..0` would count down. */
const times = (count: string): string =>
  /^[1-9]\d*$/.test(count)
    ? `for turn in 1..${count} return turn`
    : `if (${count}) < 1 then [] else for turn in 1..(${count}) return turn`
