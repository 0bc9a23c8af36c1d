import { childrenNamed } from '../../find-extension.ts'
import type { Draft } from '../draft.ts'
import type { NodeDraft } from '../node-draft.ts'
import { addParameters } from './parameters.ts'

/** camunda:connector → a job whose type is the connector's id, with its parameters; false without one. */
export function translateConnector(source: Draft, { own }: NodeDraft): boolean {
  const [connector] = source.takeElements('connector')
  if (connector === undefined) return false
  const id = childrenNamed(connector.extension, 'connectorId')[0]?.body ?? ''
  own.put(
    'taskDefinition',
    { type: id },
    connector,
    'A job of this type, for a worker that calls what the connector called.',
  )
  for (const inputOutput of childrenNamed(connector.extension, 'inputOutput')) addParameters(inputOutput, own)
  return true
}
