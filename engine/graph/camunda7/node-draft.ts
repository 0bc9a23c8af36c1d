import type { EventDefinition, Extended, FlowNode, Loop } from '../../model/model.ts'
import { Draft } from './draft.ts'
import type { Translating } from './translating.ts'

type Changes = { -readonly [Name in keyof FlowNode]?: FlowNode[Name] }
type EventChanges = Partial<Omit<EventDefinition, keyof Extended>>

/** A flow node on its way: what stands at itself, at its event definitions and at its multi-instance marker. */
export class NodeDraft {
  readonly node: FlowNode
  readonly at: Translating
  /** It lies in the process itself, not in a sub-process. */
  readonly atTop: boolean
  readonly own: Draft
  readonly events: readonly Draft[]
  readonly loop: Draft | null
  /** What becomes of the node beside its extensions. */
  readonly changes: Changes = {}
  private readonly passedBy = new Set<number>()
  private readonly eventChanges = new Map<number, EventChanges>()

  constructor(node: FlowNode, atTop: boolean, at: Translating) {
    this.node = node
    this.atTop = atTop
    this.at = at
    this.own = new Draft(node, node.id, at)
    this.events = node.events.map((event) => new Draft(event, node.id, at))
    this.loop = node.loop?.kind === 'multiInstance' ? new Draft(node.loop, node.id, at) : null
  }

  get drafts(): readonly Draft[] {
    return [this.own, ...this.events, ...(this.loop === null ? [] : [this.loop])]
  }

  changeEvent(index: number, changes: EventChanges): void {
    this.eventChanges.set(index, { ...this.eventChanges.get(index), ...changes })
  }

  /** The event is passed by as if this definition were not there. */
  passBy(index: number): void {
    this.passedBy.add(index)
  }

  finish(): FlowNode {
    const { node, changes } = this
    const events = node.events.map((event, index) => ({
      ...event,
      ...this.eventChanges.get(index),
      ...this.events[index]!.finish(),
    }))
    return {
      ...node,
      ...changes,
      events: events.filter((_, index) => !this.passedBy.has(index)),
      loop: this.finishLoop(),
      ...this.own.finish(),
    }
  }

  private finishLoop(): Loop | null {
    const loop = this.changes.loop ?? this.node.loop
    return loop?.kind === 'multiInstance' && this.loop !== null ? { ...loop, ...this.loop.finish() } : loop
  }
}

/** One idea of version 7: takes what belongs to it and says it in the zeebe namespace. */
export type Rule = (draft: NodeDraft) => void
