import type { Rows } from '../../../engine/ports/rows.ts'
import type { Engine } from '../../../engine/runtime/engine.ts'
import type { InstanceConditions } from '../../contract/v2/instance-filter.ts'
import { graphsOf } from '../history/graphs-of.ts'
import { readHistory } from '../history/read-history.ts'
import { matches } from './matches.ts'
import { operatorsOf } from './operators.ts'

type Asked = Pick<InstanceConditions, 'elementId' | 'elementInstanceState' | 'hasElementInstanceIncident'>

/** Has the instance one element instance that meets all that is asked of element instances? */
export async function hasElement(engine: Engine, row: Rows['instances'], asked: Asked): Promise<boolean> {
  const history = await readHistory(engine.store, row.key)
  const graphOf = await graphsOf(engine, [history])
  const id = asked.elementId === undefined ? {} : operatorsOf(asked.elementId)
  const state = asked.elementInstanceState === undefined ? {} : operatorsOf(asked.elementInstanceState)
  const incident = asked.hasElementInstanceIncident
  return [...history.elements.values()].some(
    (record) =>
      matches(id, graphOf(record.definition).elements[record.element]?.id ?? null) &&
      matches(state, record.state) &&
      (incident === undefined || (record.incident !== 0) === incident),
  )
}
