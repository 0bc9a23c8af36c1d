import { Engine } from 'bpmn-engine'
import type { Waiting } from '../diagrams.ts'

type Definition = Awaited<ReturnType<Engine['getDefinitions']>>[number]
type DefinitionClass = new (context: Definition['context'], options: object) => Definition

/** Its script costs nothing: what is compared is the engine around it. */
const readyScripts = {
  register: () => undefined,
  getScript: () => ({
    execute: (_scope: unknown, done: (error: null, output: number) => void) => done(null, 2),
  }),
}

/**
 * bpmn-engine at its best: the diagram is parsed once, every instance is a Definition of its own on that shared
 * context, nothing listens, and what it need not keep is not kept.
 *
 * @returns a maker of new instances
 */
export async function bpmnEngine(xml: string): Promise<() => Definition> {
  const engine = new Engine({
    source: xml,
    scripts: readyScripts as never, // what Engine calls of it is there
    settings: { disableTrackState: true },
  })
  const [parsed] = await engine.getDefinitions()
  if (!parsed) throw new Error('expected bpmn-engine to find a definition in the diagram, got none')
  const { context } = parsed
  // The class is not exported by bpmn-engine itself, only by what it is built on.
  const DefinitionOf = parsed.constructor as unknown as DefinitionClass
  return () => new DefinitionOf(context, {})
}

/** Runs one instance from start to end. */
export function runThrough(instance: Definition, userTask: string | undefined): void {
  instance.run()
  if (userTask !== undefined) complete(instance, userTask)
  if (instance.counters.completed !== 1) throw new Error('expected bpmn-engine to have ended the instance')
}

/** The state of an instance that has been completed up to where it waits, as text. */
export function waitingState(create: () => Definition, { done, waiting }: Waiting): string {
  const instance = create()
  instance.run()
  for (const id of done) complete(instance, id)
  if (!findWaiting(instance.getPostponed(), waiting)) throw new NotWaiting(waiting)
  return JSON.stringify(instance.getState())
}

/** Parses, recovers, resumes, completes a task, and serialises. */
export function durableStep(create: () => Definition, state: string, task: string): string {
  const instance = create().recover(JSON.parse(state))
  instance.resume()
  complete(instance, task)
  return JSON.stringify(instance.getState())
}

interface Postponed {
  readonly id: string
  signal(): void
  /** Of a sub-process: what waits inside, and itself. */
  getPostponed?(): Postponed[]
}

function complete(instance: Definition, task: string): void {
  const waiting = findWaiting(instance.getPostponed(), task)
  if (!waiting) throw new NotWaiting(task)
  waiting.signal()
}

/** The task at whatever depth. */
function findWaiting(postponed: readonly Postponed[], task: string): Postponed | undefined {
  for (const one of postponed) {
    if (one.id === task) return one
    const inside = one.getPostponed?.().filter(({ id }) => id !== one.id) ?? []
    const found = findWaiting(inside, task)
    if (found) return found
  }
  return undefined
}

class NotWaiting extends Error {
  constructor(task: string) {
    super(`expected bpmn-engine to wait at ${task}, but nothing of that id waits`)
  }
}
