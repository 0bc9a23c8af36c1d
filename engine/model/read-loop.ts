import { expressionOf, localTypeOf, type ModdleNode, nodeOf, nodesOf, textOf } from './moddle-node.ts'
import type { Loop, LoopThrow } from './model.ts'
import { eventDefinitionsOf, readEvent } from './read-event.ts'
import { type Prefixes, readExtended } from './read-extensions.ts'

/** The loop or multi-instance marker of an activity. */
export function readLoop(node: ModdleNode | null, prefixes: Prefixes): Loop | null {
  if (node === null) return null
  if (localTypeOf(node) !== 'MultiInstanceLoopCharacteristics') return readStandard(node)
  return {
    ...readExtended(node, prefixes),
    kind: 'multiInstance',
    sequential: node.get('isSequential') === true,
    cardinality: expressionOf(node, 'loopCardinality'),
    completionCondition: expressionOf(node, 'completionCondition'),
    data: {
      collection: nameOf(nodeOf(node, 'loopDataInputRef')),
      item: nameOf(nodeOf(node, 'inputDataItem')),
      results: nameOf(nodeOf(node, 'loopDataOutputRef')),
      result: nameOf(nodeOf(node, 'outputDataItem')),
    },
    throws: readThrows(node, prefixes),
  }
}

/** Variables are called as people call the data. */
const nameOf = (item: ModdleNode | null): string =>
  item === null ? '' : textOf(item, 'name').trim() || textOf(item, 'id')

function readStandard(node: ModdleNode): Loop {
  const maximum = node.get('loopMaximum')
  return {
    kind: 'standard',
    testBefore: node.get('testBefore') === true,
    condition: expressionOf(node, 'loopCondition'),
    maximum: maximum === undefined || maximum === '' ? null : Number(maximum),
  }
}

/** The behaviours None, One and Complex; All throws nothing. (OMG BPMN 2.0.2, table 10.29) */
function readThrows(node: ModdleNode, prefixes: Prefixes): LoopThrow[] {
  const thrown = (definition: ModdleNode | null, first: boolean, condition: string | null): LoopThrow[] =>
    definition === null ? [] : readEvent(definition, prefixes).map((event) => ({ first, condition, event }))
  switch (node.get('behavior')) {
    case 'None':
      return thrown(nodeOf(node, 'noneBehaviorEventRef'), false, null)
    case 'One':
      return thrown(nodeOf(node, 'oneBehaviorEventRef'), true, null)
    case 'Complex':
      return nodesOf(node, 'complexBehaviorDefinition').flatMap((behavior) =>
        eventDefinitionsOf(nodeOf(behavior, 'event') ?? behavior).flatMap((definition) =>
          thrown(definition, false, expressionOf(behavior, 'condition')),
        ),
      )
    default:
      return []
  }
}
