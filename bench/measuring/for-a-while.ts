import { type Clock, wallClock } from './clock.ts'

/** Operations per second of something that is done again and again for `milliseconds`. */
export type Rate = (milliseconds: number) => Promise<number>

/** Looks at the clock only now and then, or the clock would be what is measured. */
const SLICE_MS = 2

/** Of a synchronous operation, counted after it is done. The wall clock ends it; `clock` is what it is divided by. */
export const rateOf =
  (operation: () => void, clock: Clock = wallClock): Rate =>
  async (milliseconds) => {
    const began = performance.now()
    const from = clock()
    let count = 0
    let slice = 1
    for (;;) {
      const sliceBegan = performance.now()
      for (let i = 0; i < slice; i++) operation()
      count += slice
      const now = performance.now()
      if (now - began >= milliseconds) return (count / (clock() - from)) * 1000
      if (now - sliceBegan < SLICE_MS) slice *= 2
      else if (now - sliceBegan > 2 * SLICE_MS && slice > 1) slice /= 2
    }
  }

/**
 * Of an asynchronous operation with `inFlight` of them at a time, counted after the await. `operation` gets the number
 * of its line, 0 … inFlight − 1, and says how many it did; one line does one at a time.
 */
export const rateInFlight =
  (inFlight: number, operation: (line: number) => Promise<number>): Rate =>
  async (milliseconds) => {
    const began = performance.now()
    const end = began + milliseconds
    let count = 0
    const line = async (number: number) => {
      while (performance.now() < end) {
        // Awaited on its own: `count += await …` would forget what other lines have counted meanwhile.
        const done = await operation(number)
        count += done
      }
    }
    await Promise.all(Array.from({ length: inFlight }, (_, number) => line(number)))
    return (count / (performance.now() - began)) * 1000
  }
