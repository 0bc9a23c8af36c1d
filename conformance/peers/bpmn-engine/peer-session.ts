import { BpmnModdle } from 'bpmn-moddle'
import { addDuration } from '../../../engine/feel/index.ts'
import type { Action, ActionOf } from '../../pack/pack.ts'
import type { Casework } from '../../preparing/casework.ts'
import type { Observed, Session, StepFailure } from '../../running/contender.ts'
import { Invocations } from '../../working/invocations.ts'
import { ManualTimers } from './manual-timers.ts'
import { observePeer } from './observe-peer.ts'
import { PeerInstance, type PeerWork } from './peer-instance.ts'
import type { PeerVariables } from './portable-expressions.ts'
import { isLeft, workPeer } from './work-peer.ts'

/** More work than this comes from a loop without an end. */
const MOST_WORK = 20_000

/** One scenario played by bpmn-engine. */
export class PeerSession implements Session {
  readonly casework: Casework
  readonly instances: PeerInstance[] = []
  readonly trace: string[] = []
  readonly waiting = new Set<string>()
  readonly invocations = new Invocations()
  readonly timers = new ManualTimers()
  readonly #xml: string

  constructor(xml: string, casework: Casework) {
    this.#xml = xml
    this.casework = casework
  }

  async perform(action: Action): Promise<StepFailure | null> {
    const failure = await this.#do(action)
    await this.settle()
    return failure
  }

  observe(): Promise<Observed> {
    return Promise.resolve(observePeer(this))
  }

  async close(): Promise<void> {
    for (const instance of this.instances) await instance.stop()
  }

  #do(action: Action): Promise<StepFailure | null> {
    switch (action.op) {
      case 'start':
        return this.#start(action)
      case 'deploy':
        return this.#run(this.#xml, {})
      case 'complete':
        return this.#complete(action)
      case 'waitAt':
        this.waiting.add(action.task)
        return done
      case 'message':
      case 'signal':
        return this.#signal(action.name)
      case 'trigger':
        return this.#trigger(action.element)
      case 'advanceTime':
        return this.#advance(action.duration)
      case 'setVariables':
        Object.assign(this.instances.at(-1)?.variables ?? {}, action.variables)
        return done
      case 'throwError':
        return this.#throwError(action)
      default:
        return Promise.resolve({ kind: 'inexpressible', message: `bpmn-engine has no way to ${action.op}` })
    }
  }

  /** Only the process that is meant runs. */
  async #start({ process, variables = {} }: ActionOf<'start'>): Promise<StepFailure | null> {
    return this.#run(executing(this.#xml, process), variables as PeerVariables)
  }

  async #run(xml: string, variables: PeerVariables): Promise<StepFailure | null> {
    const instance = new PeerInstance(xml, this.casework, variables, this.timers)
    this.instances.push(instance)
    try {
      await instance.run()
      return null
    } catch (error) {
      instance.faults.push(String(error))
      return null
    }
  }

  /** Works what is not waited for, until nothing is left. */
  async settle(): Promise<void> {
    for (let count = 0; count < MOST_WORK; count++) {
      await new Promise((resolve) => setImmediate(resolve))
      const found = this.#find((work) => !isLeft(this, work))
      if (!found) return
      workPeer(this, found.instance, found.work)
    }
    throw new Error(`expected the work to end, but ${MOST_WORK} tasks were done and there are more`)
  }

  #find(wanted: (work: PeerWork) => boolean, nth = 0) {
    const all = this.instances.flatMap((instance) => instance.work.map((work) => ({ instance, work })))
    return all.filter(({ work }) => wanted(work))[nth]
  }

  async #complete({ task, variables, count = 1, nth = 0, loopIndex }: ActionOf<'complete'>) {
    for (let at = 0; at < count; at++) {
      const found = this.#find(
        ({ element, index }) => element === task && (loopIndex === undefined || index === loopIndex),
        nth,
      )
      if (!found && !this.#signalPostponed(task)) return rejected(`${task} does not wait`)
      Object.assign(found?.instance.variables ?? {}, variables)
      found?.work.done(null)
      await this.settle()
    }
    return null
  }

  async #throwError({ task, code, loopIndex }: ActionOf<'throwError'>): Promise<StepFailure | null> {
    const found = this.#find(
      ({ element, index }) => element === task && (loopIndex === undefined || index === loopIndex),
    )
    if (!found) return rejected(`${task} does not wait`)
    found.work.done(Object.assign(new Error(code), { code }))
    return null
  }

  #signalPostponed(element: string): boolean {
    for (const instance of this.instances) {
      const found = instance.postponed().find(({ id }) => id === element)
      found?.signal()
      if (found) return true
    }
    return false
  }

  /** By the id of the declaration that has the name. */
  async #signal(name: string): Promise<StepFailure | null> {
    const { rootElement } = await new BpmnModdle().fromXML(this.#xml, { lax: true })
    const roots = rootElement.get('rootElements')
    const declared = Array.isArray(roots) ? roots.find((one) => one.get('name') === name) : undefined
    for (const instance of this.instances) instance.signal(declared?.get('id') ?? name)
    return null
  }

  async #trigger(element: string): Promise<StepFailure | null> {
    for (const instance of this.instances) {
      const found = instance.postponed().find(({ id }) => id === element)
      if (!found) continue
      found.signal()
      found.cancel()
      return null
    }
    return rejected(`nothing waits at ${element}`)
  }

  async #advance(duration: string): Promise<StepFailure | null> {
    const end = addDuration(this.timers.now, duration, 'UTC')
    if (!end.ok) return rejected(end.error.message)
    for (let fire = this.timers.take(end.value); fire; fire = this.timers.take(end.value)) {
      fire()
      await this.settle()
    }
    this.timers.now = end.value
    return null
  }
}

const done: Promise<null> = Promise.resolve(null)
const rejected = (message: string): StepFailure => ({ kind: 'rejected', message })

/** The file with one process marked as executable; without an id, its first. */
function executing(xml: string, process: string | undefined): string {
  let seen = 0
  return xml.replaceAll(/<((?:[\w.-]+:)?process)\b([^>]*?)(\/?)>/g, (_, tag, attributes: string, end) => {
    const id = /\sid\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1]
    const meant = process === undefined ? seen++ === 0 : id === process
    return `<${tag}${attributes.replace(/\sisExecutable\s*=\s*["'][^"']*["']/, '')} isExecutable="${meant}"${end}>`
  })
}
