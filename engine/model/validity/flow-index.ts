import type { BpmnFiles } from './bpmn-files.ts'
import type { XmlElement } from './document/xml-element.ts'
import { group } from './group.ts'

export interface NodeFlows {
  /** Named by the node, by the sequence flow, or by both. */
  readonly any: ReadonlySet<XmlElement>
  /** Named by the node and by the sequence flow. */
  readonly agreed: ReadonlySet<XmlElement>
}

/** Which sequence flows enter and leave which nodes. The standard lets both ends say it, so they can disagree. */
export class FlowIndex {
  private readonly files: BpmnFiles
  private readonly incomingByTarget = new Map<XmlElement, XmlElement[]>()
  private readonly outgoingBySource = new Map<XmlElement, XmlElement[]>()
  private readonly incomingOf = new Map<XmlElement, NodeFlows>()
  private readonly outgoingOf = new Map<XmlElement, NodeFlows>()

  constructor(files: BpmnFiles) {
    this.files = files
    for (const flow of files.all('sequenceFlow')) {
      const source = files.follow(flow, 'sourceRef')
      const target = files.follow(flow, 'targetRef')
      if (source !== null) group(this.outgoingBySource, source, flow)
      if (target !== null) group(this.incomingByTarget, target, flow)
    }
  }

  incoming(node: XmlElement): NodeFlows {
    return this.known(this.incomingOf, node, 'incoming', this.incomingByTarget)
  }

  outgoing(node: XmlElement): NodeFlows {
    return this.known(this.outgoingOf, node, 'outgoing', this.outgoingBySource)
  }

  private known(
    before: Map<XmlElement, NodeFlows>,
    node: XmlElement,
    list: string,
    referring: ReadonlyMap<XmlElement, readonly XmlElement[]>,
  ): NodeFlows {
    const flows = before.get(node) ?? agree(this.files.followAll(node, list), referring.get(node) ?? [])
    before.set(node, flows)
    return flows
  }
}

function agree(listed: readonly XmlElement[], referring: readonly XmlElement[]): NodeFlows {
  const both = new Set(listed)
  return {
    any: new Set([...listed, ...referring]),
    agreed: new Set(referring.filter((flow) => both.has(flow))),
  }
}
