import type { Model, ModelProcess } from '../model/model.ts'
import type { Problem } from '../problem.ts'
import { fail, ok, type Result } from '../result.ts'
import { associatedIn, associationsOf } from './associations.ts'
import { checkCompensation } from './check-compensation.ts'
import { checkExtensions } from './check-extensions.ts'
import { checkFlows } from './check-flows.ts'
import { checkOddities } from './check-oddities.ts'
import { compileCorrelation } from './compile-correlation.ts'
import { dataNamesIn, loopItemsIn, usedDataIn } from './compile-data.ts'
import { compileElements } from './compile-elements.ts'
import { compileFlows, flowsOf } from './compile-flows.ts'
import { compileForm } from './compile-form.ts'
import { compileExecutionListeners } from './compile-listeners.ts'
import { compileProperties } from './compile-properties.ts'
import { compileScope } from './compile-scope.ts'
import type { Compiling, Place } from './compiling.ts'
import { attribute, findExtension } from './find-extension.ts'
import { numberElements } from './number-elements.ts'
import { partsOf } from './parts-of.ts'
import type { ElementOf, FormReference, GraphElement, GraphFlow, ProcessGraph } from './process-graph.ts'
import { wire } from './wiring.ts'

/** One executable process: its graph, or everything that keeps it from running. */
export function compileProcess(process: ModelProcess, model: Model): Result<ProcessGraph, Problem[]> {
  const problems: Problem[] = []
  const doubts: Problem[] = []
  const at: Preparing = prepare(process, model, { problems, doubts })
  const flows = compileFlows(at)
  const wiring = wire(flows, at.places, at.placeOf)
  at.incoming = (index) =>
    (wiring.incoming.get(index) ?? []).map((flow) => {
      const { id, source } = flows[flow]!
      return { id, source: at.places[source - 1]!.node.id }
    })
  at.outgoing = (index) => (wiring.outgoing.get(index) ?? []).map((flow) => flows[flow]!.target)
  const root = compileRoot(at)
  const elements: readonly GraphElement[] = [root, ...compileElements(flows, wiring, at)]
  const startForm = startFormOf(at)
  const correlation = compileCorrelation(elements, at)
  checkFlows(flows, wiring, at)
  checkExtensions(at)
  checkOddities(at)
  checkCompensation(at)
  if (problems.length > 0) return fail(problems)
  return ok({
    processId: process.id,
    name: nameOf(at),
    versionTag: attribute(findExtension(process, 'versionTag'), 'value') || null,
    documentation: process.documentation,
    elements,
    flows,
    indexOf: new Map(elements.map((element) => [element.id, element.index])),
    properties: root.properties,
    startForm,
    startTriggers: startTriggersOf(elements, flows),
    correlation,
    hasConditions: elements.some((one) => one.availability !== null || waitsForCondition(one)),
    hasGates: elements.some(({ type }) => type === 'inclusiveGateway' || type === 'complexGateway'),
    hasActivations: elements.some((one) => one.type === 'complexGateway' && one.activationCondition !== null),
    doubts,
  })
}

/** Where flows lead is known once they are compiled. */
type Preparing = { -readonly [K in keyof Compiling]: Compiling[K] }

function prepare(
  process: ModelProcess,
  model: Model,
  { problems, doubts }: { readonly problems: Problem[]; readonly doubts: Problem[] },
): Preparing {
  const places = numberElements(process.inside)
  const placesIn = new Map<number, Place[]>()
  for (const place of places) {
    const inside = placesIn.get(place.parent)
    if (inside === undefined) placesIn.set(place.parent, [place])
    else inside.push(place)
  }
  const placeOf = new Map(places.map((place) => [place.node.id, place]))
  const targets = new Set(flowsOf(process.inside).map(({ target }) => target))
  const dataNames = new Map(dataNamesIn(process.inside))
  const beginning = new Set(
    process.inside.flows
      .filter(({ source }) => placeOf.get(source)?.node.instantiate === true)
      .map(({ target }) => target),
  )
  return {
    model,
    process,
    places,
    placeOf,
    placesIn,
    targets,
    beginning,
    dataNames,
    loopItems: loopItemsIn(places),
    associated: associatedIn([...model.associations, ...associationsOf(process.inside)]),
    usedData: usedDataIn(places, dataNames),
    incoming: () => [],
    outgoing: () => [],
    expressions: new Map(),
    report: (problem) => problems.push(problem),
    doubt: (problem) => doubts.push(problem),
  }
}

function compileRoot(at: Compiling): ElementOf<'process'> {
  const { id, documentation } = at.process
  const scope = compileScope(0, id, at)
  if (scope.starts.length === 0 && !at.places.some(beginsInstances)) at.report(missingStart(id))
  return {
    type: 'process',
    index: 0,
    id,
    name: nameOf(at),
    documentation,
    parent: -1,
    incoming: [],
    outgoing: [],
    defaultFlow: -1,
    inputs: [],
    outputs: [],
    availability: null,
    broughtAs: null,
    boundaryEvents: [],
    loop: null,
    startQuantity: 1,
    completionQuantity: 1,
    compensatedBy: -1,
    properties: compileProperties(at.process, id, 'process', at),
    ...compileExecutionListeners(at.process, id, at),
    ...scope,
  }
}

/** Modellers put the name on the pool when there is one. */
const nameOf = ({ process, model }: Compiling): string =>
  process.name || model.participants.find(({ processId }) => processId === process.id)?.name || process.id

function startFormOf(at: Compiling): FormReference | null {
  const start = at.placesIn.get(0)?.find(({ node }) => node.type === 'StartEvent' && node.events.length === 0)
  return start === undefined ? null : compileForm(start.node, at)
}

/** A process that holds nothing but event sub-processes is one that never begins: the standard allows it. */
const beginsInstances = ({ node, parent }: Place): boolean =>
  parent === 0 && (node.type === 'StartEvent' || node.instantiate || node.triggeredByEvent)

const waitsForCondition = (element: GraphElement): boolean =>
  'trigger' in element && partsOf(element.trigger).some(({ kind }) => kind === 'conditional')

/** Start events with a trigger, receive tasks that begin instances, and the events after such gateways. */
function startTriggersOf(elements: readonly GraphElement[], flows: readonly GraphFlow[]): number[] {
  const begins = (element: GraphElement): boolean => {
    if (element.parent !== 0) return false
    if (element.type === 'startEvent') return element.trigger.kind !== 'none'
    return element.incoming.some((flow) => isBeginning(elements[flows[flow]!.source]!))
  }
  const receiving = elements.filter((one) => one.type === 'receiveTask' && one.instantiate)
  return [...elements.filter(begins), ...receiving].map(({ index }) => index)
}

const isBeginning = (element: GraphElement): boolean =>
  element.type === 'eventBasedGateway' && element.instantiate

const missingStart = (element: string): Problem => ({
  code: 'missing_start',
  element,
  message: 'The process has no start event.',
  remedy: 'Draw a start event.',
})
