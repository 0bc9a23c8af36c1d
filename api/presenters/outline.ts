import { describeDiagram } from '../../engine/graph/index.ts'
import type { ProcessGraph } from '../../engine/graph/process-graph.ts'
import type { Model } from '../../engine/model/index.ts'
import type { OutlineEntry } from '../contract/index.ts'
import { elementById } from './definition-texts.ts'
import { localNames } from './local-names.ts'

/** The diagram as an indented list in reading order, for those who cannot see it; the process itself comes first. */
export const outlineOf = (model: Model, graph: ProcessGraph): OutlineEntry[] =>
  describeDiagram(model).map((entry) => ({
    id: entry.id,
    type: entry.type,
    name: entry.name || entry.id,
    names: localNames(elementById(graph, entry.id)?.properties ?? {}),
    lane: entry.lane === '' ? null : entry.lane,
    documentation: entry.documentation,
    depth: entry.depth,
  }))
