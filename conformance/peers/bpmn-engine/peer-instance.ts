import { EventEmitter } from 'node:events'
import { Engine } from 'bpmn-engine'
import type { Casework } from '../../preparing/casework.ts'
import type { ManualTimers } from './manual-timers.ts'
import { type PeerVariables, portableExpressions } from './portable-expressions.ts'

/** Work that an activity waits for. */
export interface PeerWork {
  readonly element: string
  /** Of a multi-instance activity, from 0. */
  readonly index: number
  done(error: Error | null): void
}

/** What is used of an activity that waits. */
export interface Postponed {
  readonly id: string
  readonly type: string
  readonly content: { readonly isRecovered?: boolean }
  signal(message?: unknown): void
  cancel(): void
  getPostponed?(): Postponed[]
}

interface PeerMessage {
  readonly content: { readonly index?: number }
}

const SERVICE_TASK = 'bpmn:ServiceTask'

/** One engine with the processes of the file that are to run. */
export class PeerInstance {
  readonly work: PeerWork[] = []
  readonly entered: string[] = []
  readonly completed: string[] = []
  readonly variables: PeerVariables
  readonly faults: string[] = []
  readonly #engine: Engine

  constructor(xml: string, casework: Casework, variables: PeerVariables, timers: ManualTimers) {
    this.variables = { ...variables }
    const listener = new EventEmitter()
    this.#engine = new Engine({
      name: 'peer',
      source: xml,
      listener,
      timers,
      expressions: portableExpressions(casework.case, this.variables),
      scripts: this.#scripts(casework),
      extensions: { harness: this.#extension() },
    } as never) // what the engine reads of it is there
    this.#engine.on('error', (error: unknown) => this.faults.push(String(error)))
    this.#count(listener)
  }

  async run(): Promise<void> {
    await this.#engine.execute()
  }

  get ended(): boolean {
    return !this.#engine.execution?.isRunning
  }

  signal(id: string): void {
    this.#engine.execution.signal({ id })
  }

  /** What waits, at whatever depth. */
  postponed(): Postponed[] {
    const execution = this.#engine.execution
    if (!execution) return []
    // The declared type leaves out what waits inside a sub-process.
    return execution.definitions.flatMap((one) => flatten(one.getPostponed() as unknown as Postponed[]))
  }

  async stop(): Promise<void> {
    if (this.#engine.execution?.isRunning) await this.#engine.stop()
  }

  /** What does the work of service tasks, which all tasks are here. */
  #extension() {
    const work = (element: string, message: PeerMessage) => this.#service(element, message)
    return (activity: { id: string; type: string; behaviour: Record<string, unknown> }) => {
      if (activity.type !== SERVICE_TASK) return undefined
      // Called with `new`, so no arrow.
      activity.behaviour.Service = function Service(_: unknown, message: PeerMessage) {
        return work(activity.id, message)
      }
      return undefined
    }
  }

  #service(element: string, { content }: PeerMessage) {
    let work: PeerWork | null = null
    const drop = () => {
      const at = work ? this.work.indexOf(work) : -1
      if (at >= 0) this.work.splice(at, 1)
    }
    return {
      execute: (_: unknown, callback: (error: Error | null) => void) => {
        this.entered.push(element)
        const done = (error: Error | null) => {
          drop()
          if (!error) this.completed.push(element)
          callback(error)
        }
        work = { element, index: content.index ?? 0, done }
        this.work.push(work)
      },
      discard: drop,
      stop: drop,
    }
  }

  /** Conditions in another language than expressions are looked for here, by the flow's id. */
  #scripts(casework: Casework) {
    const { resolveExpression } = portableExpressions(casework.case, this.variables)
    return {
      register: () => undefined,
      getScript: (_: string, { id }: { id: string }) => ({
        execute: (_scope: unknown, next: (error: unknown, result?: unknown) => void) => {
          const written = casework.case.expressions?.find(({ element }) => element === id)
          next(null, written && resolveExpression(written.text))
        },
      }),
    }
  }

  /** Tasks are counted by their work; boundary and start events when they happen. */
  #count(listener: EventEmitter): void {
    const happens = (type: string) => type === 'bpmn:BoundaryEvent' || type === 'bpmn:StartEvent'
    const gateway = (type: string) => type.endsWith('Gateway')
    listener.on('activity.enter', ({ id, type }: Postponed) => {
      if (type !== SERVICE_TASK && !happens(type) && !gateway(type)) this.entered.push(id)
    })
    listener.on('activity.end', ({ id, type }: Postponed) => {
      if (happens(type)) this.entered.push(id)
      if (type !== SERVICE_TASK) this.completed.push(id)
    })
    listener.on('flow.take', ({ content }: { content: { targetId?: string } }) => {
      const target = this.#engine.execution?.getActivityById(content.targetId ?? '')
      if (target && gateway(target.type)) this.entered.push(target.id)
    })
  }
}

const flatten = (postponed: readonly Postponed[]): Postponed[] =>
  postponed.flatMap((one) => [
    one,
    ...flatten((one.getPostponed?.() ?? []).filter(({ id }) => id !== one.id)),
  ])
