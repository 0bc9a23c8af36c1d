import { expressionOf, localTypeOf, type ModdleNode, nodeOf, nodesOf } from './moddle-node.ts'
import type { DataName, Loop, LoopThrow } from './model.ts'
import { dataNameOf } from './read-data-use.ts'
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
      collection: dataNameAt(node, 'loopDataInputRef'),
      item: dataNameAt(node, 'inputDataItem'),
      results: dataNameAt(node, 'loopDataOutputRef'),
      result: dataNameAt(node, 'outputDataItem'),
    },
    throws: readThrows(node, prefixes),
  }
}

function dataNameAt(node: ModdleNode, property: string): DataName | null {
  const item = nodeOf(node, property)
  return item && dataNameOf(item)
}

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
