import type { GraphElement, ProcessGraph } from '../../engine/graph/process-graph.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import type { EngineEvent } from '../../engine/state/event.ts'
import { decodeEvents } from '../../engine/state/event-codec.ts'
import type { PersonRef, TimelineEntry } from '../contract/index.ts'
import { elementTexts } from './definition-texts.ts'
import { type Places, placeOf, remember } from './event-places.ts'
import { time } from './shapes.ts'
import { type Told, toldOf } from './told-of.ts'

/** A user task is told by its task, the process by its instance: their element events would say it twice. */
const saidTwice = (kind: Told['kind'], element: GraphElement) =>
  kind.startsWith('element_') && (element.type === 'userTask' || element.type === 'process')

/** Variables are worth an entry only when somebody changed them by hand: nothing else happened in that command. */
const byHand = (events: readonly EngineEvent[]) => events.every((event) => event.type === 'variablesSet')

/** The history of one instance of a case. */
export interface Story {
  /** Of each version that the instance has had. */
  readonly graphOf: (definition: number) => ProcessGraph
  readonly history: readonly Rows['history'][]
  /** How many calls lie between the case and this instance. */
  readonly depth: number
}

/**
 * The history of a case in people's terms, oldest first. `person` names who asked, null for the engine itself.
 */
export function timelineOf(
  stories: readonly Story[],
  person: (id: string) => PersonRef | null,
): TimelineEntry[] {
  const told = stories.flatMap((story) => toldRows(story, person))
  return told.sort((a, b) => a.at - b.at || a.place - b.place).flatMap(({ entries }) => entries)
}

interface ToldRow {
  readonly at: number
  /** Among rows of one command: what was called comes after its caller, and what ends before it. */
  readonly place: number
  readonly entries: readonly TimelineEntry[]
}

function toldRows({ graphOf, history, depth }: Story, person: (id: string) => PersonRef | null): ToldRow[] {
  const elementOf: Places = new Map()
  let graph: ProcessGraph | undefined
  return history.map((row) => {
    const events = decodeEvents(row.instance, row.events)
    const hand = byHand(events)
    const entries = events.flatMap((event) => {
      graph = remember(elementOf, event, graphOf) ?? graph
      const place = placeOf(graph, elementOf, event)
      const { element } = place
      const told = toldOf(event, place)
      if (told === null || element === undefined || saidTwice(told.kind, element)) return []
      if (told.kind === 'variables_changed' && !hand) return []
      return [entry(row, element, told, person(row.by))]
    })
    return { at: row.at, place: row.seq === 1 ? depth : -depth, entries }
  })
}

function entry(row: Rows['history'], element: GraphElement, told: Told, by: PersonRef | null): TimelineEntry {
  const { name, names } = elementTexts(element)
  return {
    at: time(row.at),
    by,
    kind: told.kind,
    elementId: element.id,
    elementName: name,
    elementNames: names,
    elementType: element.type,
    details: told.details ?? {},
  }
}
