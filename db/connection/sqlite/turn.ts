const LONGEST_TURN_MS = 2

let turnBegan = performance.now()

/** Resolves in the event loop's next turn, after other input and output had their chance. */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) =>
    setImmediate(() => {
      turnBegan = performance.now()
      resolve()
    }),
  )

/**
 * libsql answers at once, so a chain of queries would keep the event loop in its microtasks and starve everything
 * else: whoever answers many in a row asks this in between.
 */
export const turnIsLong = (): boolean => performance.now() - turnBegan > LONGEST_TURN_MS
