import type { FeelValue } from '../feel/index.ts'
import { partsOf } from '../graph/parts-of.ts'
import type { Variables } from '../json.ts'
import type { Key } from '../key.ts'
import type { SubscriptionRow } from '../ports/rows.ts'
import { triggerOf } from '../step/triggers.ts'
import type { ConditionsToEvaluate } from './engine.ts'
import { findSubscriptions } from './subscriptions.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/**
 * Starts an instance of each process that begins with a condition which holds for these variables; they are the instance's
 * first ones. Before there is an instance nothing changes by itself, so somebody says when to look. [CE3]
 */
export async function startByConditions(
  work: UnitOfWork,
  { variables, processId }: ConditionsToEvaluate,
): Promise<Key[]> {
  const started: Key[] = []
  for (const one of await findSubscriptions(work, ['condition'], '', [''])) {
    const row = await work.context.definitions.row(one.definition)
    if (processId !== undefined && row?.processId !== processId) continue
    const instance = await startIfHolds(work, one, variables)
    if (instance !== null) started.push(instance)
  }
  return started
}

async function startIfHolds(
  work: UnitOfWork,
  { definition, elementId, part }: SubscriptionRow,
  variables: Variables,
): Promise<Key | null> {
  const graph = await work.context.definitions.graph(definition)
  const element = graph.elements[graph.indexOf.get(elementId)!]!
  const trigger = partsOf(triggerOf(element))[part]
  if (trigger?.kind !== 'conditional') return null
  const { now, zone } = work.context
  const value = trigger.condition.evaluate((name) => variables[name] as FeelValue | undefined, { now, zone })
  if (!value.ok || value.value !== true) return null
  const made = await work.create({ definition, startAt: [element.index], brought: variables, part })
  return made.ok ? made.value.key : null
}
