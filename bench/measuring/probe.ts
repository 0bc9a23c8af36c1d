import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { processorClock, wallClock } from './clock.ts'
import { median } from './statistics.ts'

/** How fast the machine is at this moment, in units of its own: only changes mean something. */
export interface Speed {
  /** Turns of a fixed loop per second on the processor: what clock rate and caches allow. */
  readonly processor: number
  /** Turns of the same loop per second of the wall clock: what others leave of it. */
  readonly machine: number
  /** Small writes forced to the disk per second. */
  readonly disk: number
}

/** Some 50 ms: the processor clock counts in ticks of a few milliseconds. */
const TURNS = 40_000_000
const WRITES = 12
const PAGE = Buffer.alloc(4096, 1)

export class Probe {
  readonly #file: number

  /** `directory` is on the disk that is measured. */
  constructor(directory = tmpdir()) {
    this.#file = openSync(join(directory, `probe-${process.pid}`), 'w')
  }

  speed(): Speed {
    return { ...loopRates(), disk: this.#syncRate() }
  }

  close(): void {
    closeSync(this.#file)
  }

  #syncRate(): number {
    const times = Array.from({ length: WRITES }, () => {
      const began = performance.now()
      writeSync(this.#file, PAGE, 0, PAGE.length, 0)
      fdatasyncSync(this.#file)
      return performance.now() - began
    })
    return 1000 / median(times)
  }
}

function loopRates(): Pick<Speed, 'processor' | 'machine'> {
  const [worked, passed] = [processorClock(), wallClock()]
  let x = 1
  for (let turn = 0; turn < TURNS; turn++) x = (Math.imul(x, 1_664_525) + 1_013_904_223) | 0
  // Used, so that the loop cannot be optimised away.
  if (x === 0.5) throw new Error('unreachable: x is an integer')
  return { processor: TURNS / (processorClock() - worked), machine: TURNS / (wallClock() - passed) }
}

/** The larger part by which either has changed: 0.3 for 30 %. */
export const moved = (before: Speed, after: Speed, which: keyof Speed): number =>
  Math.max(before[which], after[which]) / Math.min(before[which], after[which]) - 1
