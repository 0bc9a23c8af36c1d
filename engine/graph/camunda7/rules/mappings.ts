import { childrenNamed } from '../../find-extension.ts'
import type { Rule } from '../node-draft.ts'
import { addParameters } from './parameters.ts'

/** Whose work brings variables: in version 7 these go on beside the output parameters. */
const bringing: readonly string[] = [
  ...['UserTask', 'ServiceTask', 'SendTask', 'BusinessRuleTask', 'ScriptTask', 'ReceiveTask'],
  ...['StartEvent', 'BoundaryEvent', 'IntermediateCatchEvent'],
]

/** camunda:inputOutput → zeebe:ioMapping. */
export const translateMappings: Rule = ({ node, own }) => {
  const found = own.takeElements('inputOutput')
  for (const { extension } of found) addParameters(extension, own)
  const hasOutputs = found.some(({ extension }) => childrenNamed(extension, 'outputParameter').length > 0)
  if (hasOutputs && bringing.includes(node.type) && !own.says('ioMapping'))
    own.addSilently('properties', 'property', { name: 'kartabl:propagateAll', value: 'true' })
}
