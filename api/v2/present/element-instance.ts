import type { ProcessGraph } from '../../../engine/graph/process-graph.ts'
import type { Rows } from '../../../engine/ports/rows.ts'
import type { ElementInstance } from '../../contract/v2/element-instances.ts'
import { DEFAULT_TENANT } from '../../contract/v2/key.ts'
import { elementTypeName } from '../history/element-type.ts'
import type { ElementRecord } from '../history/instance-history.ts'
import { keyText, keyTextOrNone, timeText, timeTextOrNone } from '../key.ts'

/** An element instance of `instance` in the words of the contract. */
export function presentElementInstance(
  record: ElementRecord,
  instance: Pick<Rows['instances'], 'key'>,
  graph: ProcessGraph,
): ElementInstance {
  const element = graph.elements[record.element]
  if (element === undefined)
    throw new Error(`instance ${instance.key}: expected element ${record.element} in ${graph.processId}`)
  return {
    processDefinitionId: graph.processId,
    startDate: timeText(record.startedAt),
    endDate: timeTextOrNone(record.endedAt),
    elementId: element.id,
    elementName: element.name === '' ? element.id : element.name,
    type: elementTypeName(element, record.loopCounter),
    state: record.state,
    hasIncident: record.incident !== 0,
    tenantId: DEFAULT_TENANT,
    elementInstanceKey: keyText(record.key),
    processInstanceKey: keyText(instance.key),
    processDefinitionKey: keyText(record.definition),
    incidentKey: keyTextOrNone(record.incident),
  }
}
