import type { Extended, FlowNode, Model, Scope } from '../../model/model.ts'
import { hasJuel } from './juel/juel-to-feel.ts'

/** What the executable processes of a file are written in. */
export class Speech {
  zeebe = false
  camunda = false
  /** Conditions or timers in version 7's expression language. */
  juel = false

  constructor(model: Model) {
    for (const declared of [model.messages, model.errors, model.escalations])
      for (const one of declared.values()) this.hear(one)
    for (const process of model.processes) {
      if (!process.executable) continue
      this.hear(process)
      this.hearScope(process.inside)
    }
  }

  private hearScope({ nodes, flows }: Scope): void {
    for (const flow of flows) {
      this.hear(flow)
      this.read(flow.condition)
    }
    for (const node of nodes) this.hearNode(node)
  }

  private hearNode(node: FlowNode): void {
    this.hear(node)
    for (const event of node.events) {
      this.hear(event)
      this.read(event.condition)
      for (const { text } of event.timers) this.read(text)
    }
    if (node.loop?.kind === 'multiInstance') this.hear(node.loop)
    if (node.inside !== null) this.hearScope(node.inside)
  }

  private hear({ extensions, foreignAttributes }: Extended): void {
    for (const { vocabulary } of extensions) this[vocabulary] = true
    for (const { vocabulary } of foreignAttributes) this[vocabulary] = true
  }

  private read(text: string | null): void {
    if (text !== null && !this.juel) this.juel = hasJuel(text)
  }
}
