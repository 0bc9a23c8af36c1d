import type { FlowNode, Model, ModelProcess, Scope, SequenceFlow } from '../../engine/model/model.ts'
import type { Casework } from './casework.ts'
import { decideFlows } from './decide-flows.ts'
import { ownOnly } from './extension.ts'
import { meetHalfway } from './message-flows.ts'
import { type PortableTexts, portableTexts } from './portable-texts.ts'
import { prepareMessages } from './prepare-messages.ts'
import { prepareTask } from './prepare-task.ts'
import { replaceTexts } from './replace-texts.ts'
import { supplyMissing } from './supply-missing.ts'

/**
 * What an importer would make of a model that another engine was tested with: runnable, in FEEL, its tasks worked by this
 * harness, its dangling references supplied. Nothing that says in which order things happen is touched.
 */
export function prepareModel(model: Model, casework: Casework, path: string): Model {
  const texts = portableTexts(casework.case, path)
  const connected = meetHalfway(model)
  const supplied = supplyMissing(model)
  return prepareMessages({
    ...model,
    ...supplied.declarations,
    processes: model.processes.map((process) => ({
      ...withoutForeign(process),
      executable: true,
      inside: prepareScope(
        process.inside,
        'process',
        (node, start) =>
          prepareTask(connected(supplied.complete(translated(node, texts), { start, casework })), casework),
        { texts, casework },
      ),
    })),
  })
}

const withoutForeign = (process: ModelProcess): ModelProcess => ({
  ...process,
  extensions: ownOnly(process.extensions),
  foreignAttributes: [],
})

interface Reading {
  readonly texts: PortableTexts
  readonly casework: Casework
}

/** Whether a start event is the process's own or an event sub-process's: what may stand there differs. */
export type StartOf = 'process' | 'eventSubProcess' | 'subProcess'

type PrepareNode = (node: FlowNode, start: StartOf) => FlowNode

function prepareScope(scope: Scope, start: StartOf, prepare: PrepareNode, reading: Reading): Scope {
  const nodes = scope.nodes.map((node) => {
    const inner = node.triggeredByEvent ? 'eventSubProcess' : 'subProcess'
    const inside = node.inside && prepareScope(node.inside, inner, prepare, reading)
    return { ...prepare(node, start), inside }
  })
  const flows = scope.flows.map((flow) => ({
    ...replaceTexts(flow, textsOf(flow, reading.texts)),
    extensions: ownOnly(flow.extensions),
    foreignAttributes: [],
  }))
  return { ...scope, nodes, flows: decideFlows(flows, nodes, reading.casework) }
}

/** A flow that has no id in the file goes by its ends. */
const textsOf = ({ id, source, target }: SequenceFlow, texts: PortableTexts): ReadonlyMap<string, string> =>
  texts.get(id) ?? texts.get(`${source}->${target}`) ?? new Map()

/** Who performs a task is no part of what is tested here. */
const translated = (node: FlowNode, texts: PortableTexts): FlowNode => ({
  ...replaceTexts(node, texts.get(node.id) ?? new Map()),
  extensions: ownOnly(node.extensions),
  foreignAttributes: [],
  oddities: node.oddities.filter((oddity) => oddity !== 'resourceRole'),
})
