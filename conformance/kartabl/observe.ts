import { decodeEvents } from '../../engine/state/event-codec.ts'
import { visibleIn } from '../../engine/state/visible.ts'
import { DECISIONS } from '../preparing/decide-flows.ts'
import { TRIGGERS } from '../preparing/supply-missing.ts'
import type { Observed, Variables } from '../running/contender.ts'
import { countHistory } from './count-history.ts'
import { dataObjectsOf } from './data-objects.ts'
import { enabledActivities } from './enabled-activities.ts'
import { type LoadedInstance, loadInstances, type Spot, spotsIn } from './instances.ts'
import { isWaiting } from './is-waiting.ts'
import { observedErrors } from './observed-errors.ts'
import type { RunningEngine } from './running-engine.ts'

/** Everything is read from rows: the instances' states and their history. */
export async function observe(running: RunningEngine): Promise<Observed> {
  const instances = await loadInstances(running.engine)
  const spots = spotsIn(instances)
  const waiting = spots.filter((spot) => isWaiting(spot, running))
  const history = await Promise.all(instances.map((instance) => historyOf(running, instance)))
  return {
    tasks: waiting.map(({ element }) => element.id),
    events: waitingEvents(spots),
    held: spots.flatMap(heldTokens),
    enabled: enabledActivities(spots),
    ended: instances.every(({ row }) => row.status !== 'active'),
    ...countHistory(history),
    variables: variablesOf(running, instances),
    taskVariables: waiting.map(({ instance, at, element }) => {
      const visible = withoutOwn(visibleIn(instance.state, at))
      // A task that declares its inputs has them as its own; what is around it is not what it was given.
      const given = element.inputs.length > 0 ? withoutOwn(at.variables ?? {}) : visible
      return { task: element.id, variables: visible, given }
    }),
    dataObjects: dataObjectsOf(instances),
    trace: running.trace,
    errors: [...(await observedErrors(running.engine)), ...running.faults.map(asError)],
  }
}

const historyOf = async ({ engine }: RunningEngine, { row, graph }: LoadedInstance) => {
  const rows = await engine.store.find('history', {
    where: [{ column: 'instance', is: '=', value: row.key }],
    orderBy: [{ column: 'seq' }],
  })
  return { graph, events: rows.flatMap(({ events }) => decodeEvents(row.key, events)) }
}

/** An event-based gateway waits on behalf of the events after it. */
const waitingEvents = (spots: readonly Spot[]): string[] =>
  spots.flatMap(({ instance, at }) =>
    at.waits
      .map((wait) => instance.graph.elements[wait.element]!)
      .filter(({ type }) => type === 'intermediateCatchEvent')
      .map(({ id }) => id),
  )

function heldTokens({ instance: { graph }, at, element }: Spot): string[] {
  const held = [...(at.held ?? [])].flatMap(([flow, count]) =>
    Array<string>(count).fill(graph.elements[graph.flows[flow]!.target]!.id),
  )
  return element.type.endsWith('Gateway') ? [...held, element.id] : held
}

/** Of what was started from outside: messages and signals start instances too. */
function variablesOf({ started }: RunningEngine, instances: readonly LoadedInstance[]): Variables {
  const roots = instances.filter(({ row }) => row.parent === 0)
  const first = [...roots].sort((a, b) => started.indexOf(b.row.key) - started.indexOf(a.row.key))
  const own = first.map(({ row, state }) => state.elements.get(row.key)?.variables ?? {})
  return withoutOwn(Object.assign({}, ...own))
}

/** What the harness itself put there is not the model's. */
const withoutOwn = (variables: Variables): Variables =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => name !== DECISIONS && name !== TRIGGERS))

const asError = (message: string) => ({ kind: 'runtime' as const, element: '', code: '', message })
