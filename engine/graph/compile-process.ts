import type { Model, ModelProcess } from '../model/model.ts'
import type { Problem } from '../problem.ts'
import { fail, ok, type Result } from '../result.ts'
import { checkExtensions } from './check-extensions.ts'
import { checkFlows } from './check-flows.ts'
import { checkOddities } from './check-oddities.ts'
import { compileElements } from './compile-elements.ts'
import { compileFlows } from './compile-flows.ts'
import { compileForm } from './compile-form.ts'
import { compileProperties } from './compile-properties.ts'
import { compileScope, startEventsIn } from './compile-scope.ts'
import type { Compiling, Place } from './compiling.ts'
import { attribute, findExtension } from './find-extension.ts'
import { numberElements } from './number-elements.ts'
import type { ElementOf, FormReference, GraphElement, ProcessGraph } from './process-graph.ts'
import { wire } from './wiring.ts'

/** One executable process: its graph, or everything that keeps it from running. */
export function compileProcess(process: ModelProcess, model: Model): Result<ProcessGraph, Problem[]> {
  const problems: Problem[] = []
  const at = prepare(process, model, problems)
  const flows = compileFlows(at)
  const wiring = wire(flows, at.places, at.placeOf)
  const root = compileRoot(at)
  const elements: readonly GraphElement[] = [root, ...compileElements(flows, wiring, at)]
  const startForm = startFormOf(at)
  checkFlows(flows, wiring, at)
  checkExtensions(at)
  checkOddities(at)
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
    startTriggers: startTriggersOf(elements),
  })
}

function prepare(process: ModelProcess, model: Model, problems: Problem[]): Compiling {
  const places = numberElements(process.inside)
  const placesIn = new Map<number, Place[]>()
  for (const place of places) {
    const inside = placesIn.get(place.parent)
    if (inside === undefined) placesIn.set(place.parent, [place])
    else inside.push(place)
  }
  const placeOf = new Map(places.map((place) => [place.node.id, place]))
  const report = (problem: Problem) => problems.push(problem)
  return { model, process, places, placeOf, placesIn, expressions: new Map(), report }
}

function compileRoot(at: Compiling): ElementOf<'process'> {
  const { id, documentation } = at.process
  if (startEventsIn(0, at).length === 0) at.report(missingStart(id))
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
    boundaryEvents: [],
    multiInstance: null,
    properties: compileProperties(at.process, id, 'process', at),
    ...compileScope(0, id, at),
  }
}

/** Modellers put the name on the pool when there is one. */
const nameOf = ({ process, model }: Compiling): string =>
  process.name || model.participants.find(({ processId }) => processId === process.id)?.name || process.id

function startFormOf(at: Compiling): FormReference | null {
  const start = at.placesIn.get(0)?.find(({ node }) => node.type === 'StartEvent' && node.events.length === 0)
  return start === undefined ? null : compileForm(start.node, at)
}

const startTriggersOf = (elements: readonly GraphElement[]): number[] =>
  elements
    .filter(
      (element) => element.type === 'startEvent' && element.parent === 0 && element.trigger.kind !== 'none',
    )
    .map(({ index }) => index)

const missingStart = (element: string): Problem => ({
  code: 'missing_start',
  element,
  message: 'The process has no start event.',
  remedy: 'Draw a start event.',
})
