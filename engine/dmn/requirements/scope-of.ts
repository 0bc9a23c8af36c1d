import { isRecord, recordOf } from '../../feel/embedding.ts'
import type { FeelValue, NameShape, VariableLookup } from '../../feel/index.ts'
import type { Evaluation } from './evaluation.ts'
import type { GraphElement } from './graph-element.ts'

/** What an element's logic sees: its requirements by name; anything else comes from outside. */
export interface Surroundings {
  readonly shape: NameShape
  /** Names that its requirements provide. */
  readonly names: ReadonlySet<string>
  lookupIn(evaluation: Evaluation): VariableLookup
}

export function surroundingsOf(required: readonly GraphElement[]): Surroundings {
  const byName = new Map<string, GraphElement>()
  for (const element of required) byName.set(element.name, merged(byName.get(element.name), element))
  return {
    shape: Object.fromEntries([...byName].map(([name, element]) => [name, element.shape])),
    names: new Set(byName.keys()),
    lookupIn: (evaluation) => (name) => {
      const element = byName.get(name)
      return element === undefined ? evaluation.inputs(name) : element.valueIn(evaluation)
    },
  }
}

/** Elements of one imported model are entries of one context, by the name of the import. */
function merged(known: GraphElement | undefined, element: GraphElement): GraphElement {
  if (known === undefined) return element
  return {
    ...element,
    shape: { ...known.shape, ...element.shape },
    valueIn: (evaluation) => mergedRecords(known.valueIn(evaluation), element.valueIn(evaluation)),
  }
}

const mergedRecords = (a: FeelValue, b: FeelValue): FeelValue =>
  isRecord(a) && isRecord(b) ? recordOf([...Object.entries(a), ...Object.entries(b)]) : b
