import type { EventOf } from './event.ts'
import type { CompensationRecord, ElementInstance, ExtraState, InstanceState } from './instance-state.ts'

type Places = ReadonlyMap<number, number>

/** What is active, or may still be undone, gets its places in the graph that the instance was migrated to. [MG1] */
export function renumber(state: InstanceState, event: EventOf<'instanceMigrated'>): void {
  state.definition = event.definition
  const elements = new Map(event.elements)
  const flows = new Map(event.flows)
  for (const [key, instance] of state.elements) state.elements.set(key, moved(instance, elements, flows))
}

const moved = (instance: ElementInstance, elements: Places, flows: Places): ElementInstance => ({
  ...instance,
  element: elements.get(instance.element)!,
  held: instance.held && movedTokens(instance.held, flows),
  waits: instance.waits.map((wait) => ({ ...wait, element: elements.get(wait.element)! })),
  extra: instance.extra && movedExtra(instance.extra, elements, flows),
})

/** Two flows may have become one. */
function movedTokens(held: Places, flows: Places): Map<number, number> {
  const tokens = new Map<number, number>()
  for (const [flow, count] of held) {
    const to = flows.get(flow)!
    tokens.set(to, (tokens.get(to) ?? 0) + count)
  }
  return tokens
}

const movedExtra = (extra: ExtraState, elements: Places, flows: Places): ExtraState => ({
  ...extra,
  compensations: extra.compensations.map((record) => movedRecord(record, elements)),
  undoing:
    extra.undoing?.map(({ scope, record }) => ({ scope, record: movedRecord(record, elements) })) ?? null,
  gates: new Map(
    [...extra.gates].map(([gate, used]) => [elements.get(gate)!, used.map((flow) => flows.get(flow)!)]),
  ),
})

const movedRecord = (record: CompensationRecord, elements: Places): CompensationRecord => ({
  ...record,
  element: elements.get(record.element)!,
  inner: record.inner.map((one) => movedRecord(one, elements)),
})
