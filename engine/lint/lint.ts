import type { ProcessGraph } from '../graph/process-graph.ts'
import type { Model } from '../model/model.ts'
import type { Advice, Rule } from './advice.ts'
import { endEventMissing } from './end-event-missing.ts'
import { fakeJoin } from './fake-join.ts'
import { labelMissing } from './label-missing.ts'
import { noLayout } from './no-layout.ts'
import { superfluousGateway } from './superfluous-gateway.ts'
import { unreachable } from './unreachable.ts'

const rules: readonly Rule[] = [
  labelMissing,
  noLayout,
  fakeJoin,
  superfluousGateway,
  endEventMissing,
  unreachable,
]

/** Advice about a process that compiles; nothing of it keeps it from running. */
export const lint = (model: Model, graph: ProcessGraph): Advice[] =>
  rules.flatMap((rule) => rule(graph, model))
