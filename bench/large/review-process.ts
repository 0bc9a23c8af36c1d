import type { EngineStore } from '../../engine/ports/store.ts'
import { createEngine, type Engine } from '../../engine/runtime/index.ts'
import { diagram } from '../../engine/testing/diagram.ts'

/** A task for each item, all at once, each offered to a group. */
const xml = diagram('review')
  .start()
  .userTask('each', {
    candidateGroups: 'sales',
    multiInstance: {
      inputCollection: '=items',
      inputElement: 'item',
      outputCollection: 'results',
      outputElement: '=item',
    },
  })
  .end()
  .toXml()

export async function engineWithReviews(store: EngineStore): Promise<Engine> {
  await store.open()
  const engine = createEngine({
    store,
    handlers: {},
    clock: Date.now,
    zone: 'UTC',
    checkForm: () => [],
    onFault: ({ doing, error }) => console.error(doing, error),
  })
  const deployed = await engine.deploy([{ name: 'review.bpmn', content: xml }], 'bench')
  if (!deployed.ok) throw new Error(`the diagram was refused: ${JSON.stringify(deployed.error)}`)
  return engine
}

/** As many commands at a time as share a commit well. */
const LINES = 16

/** Calls `next` again and again, several at a time, until it says that nothing is left. */
export async function inLines(next: () => Promise<boolean>): Promise<void> {
  const line = async () => {
    while (await next());
  }
  await Promise.all(Array.from({ length: LINES }, line))
}
