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
  if (userTask !== undefined) instance.signal({ id: userTask })
  if (instance.counters.completed !== 1) throw new Error('expected bpmn-engine to have ended the instance')
}

/** The state of an instance that has been completed up to where it waits, as text. */
export function waitingState(create: () => Definition, { done, waiting }: Waiting): string {
  const instance = create()
  instance.run()
  for (const id of done) instance.signal({ id })
  expectWaiting(instance, waiting)
  return JSON.stringify(instance.getState())
}

/** Parses, recovers, resumes, completes a task, and serialises. */
export function durableStep(create: () => Definition, state: string, task: string): string {
  const instance = create().recover(JSON.parse(state))
  instance.resume()
  instance.signal({ id: task })
  return JSON.stringify(instance.getState())
}

/** @throws when the instance does not wait at this task, at whatever depth */
function expectWaiting(instance: Definition, task: string): void {
  if (instance.getActivityById(task)?.isRunning !== true)
    throw new Error(`expected bpmn-engine to wait at ${task}, which is not running`)
}
