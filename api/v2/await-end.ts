import type { Key } from '../../engine/index.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import type { Engine } from '../../engine/runtime/engine.ts'

/** Another node may end the instance, and its commits are not announced here. */
const LOOK_AGAIN = 500

/**
 * The instance once it has ended, or undefined when it has not within `milliseconds` or the caller went away.
 * Commits of this node wake it at once.
 */
export async function awaitEnd(
  engine: Engine,
  key: Key,
  milliseconds: number,
  signal: AbortSignal,
): Promise<Rows['instances'] | undefined> {
  const until = performance.now() + milliseconds
  for (;;) {
    const touched = nextCommitOf(engine, key)
    try {
      const row = await engine.store.get('instances', key)
      if (row?.status !== 'active') return row
      const left = until - performance.now()
      if (left <= 0 || signal.aborted) return undefined
      await touched.within(Math.min(left, LOOK_AGAIN))
    } finally {
      touched.stop()
    }
  }
}

/** Listens from now on, so that no commit falls between looking and waiting. */
function nextCommitOf(engine: Engine, key: Key) {
  let wake: () => void = () => {}
  const touched = new Promise<void>((resolve) => {
    wake = resolve
  })
  const stop = engine.onCommit((changes) => {
    if (changes.some((change) => change.table === 'instances' && change.key === key)) wake()
  })
  const within = async (milliseconds: number) => {
    const timer = setTimeout(wake, milliseconds)
    await touched
    clearTimeout(timer)
  }
  return { stop, within }
}
