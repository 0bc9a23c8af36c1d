import type { Rate } from './for-a-while.ts'
import type { Pace } from './pace.ts'
import { moved, type Probe, type Speed } from './probe.ts'
import { median } from './statistics.ts'

/** More than this between the probes before and after a round, and the round says little. */
const TOO_MUCH = 0.3
/** Part of a window that runs before it. */
const LEAD_IN = 0.4

export type Contenders<Name extends string> = Readonly<Record<Name, Rate>>

interface Round<Name extends string> {
  readonly rates: Readonly<Record<Name, number>>
  readonly moved: number
}

/** What a comparison came to. */
export interface Comparison<Name extends string> {
  /** Median rate per second. */
  rate(name: Name): number
  /** Median over the rounds of the ratio within a round. */
  ratio(of: Name, to: Name): number
  /** How quiet the machine was, for the reader. */
  readonly remark: string
}

export interface Measuring {
  readonly pace: Pace
  readonly probe: Probe
}

/**
 * Lets the contenders run in turns, in another order each round, between two probes of the machine. Rounds in which the
 * machine changed its speed are dropped, as many as the pace allows.
 *
 * @param depends which speed of the machine the contenders depend on
 */
export async function compare<Name extends string>(
  { pace, probe }: Measuring,
  contenders: Contenders<Name>,
  depends: readonly (keyof Speed)[],
): Promise<Comparison<Name>> {
  // Object.keys gives the names of the record that was passed in.
  const names = Object.keys(contenders) as Name[]
  for (const name of names) await contenders[name](pace.warmUp)
  const rounds: Round<Name>[] = []
  for (let number = 0; number < pace.rounds; number++) {
    const before = probe.speed()
    const rates = await runRound(contenders, turned(names, number), pace.window)
    const after = probe.speed()
    rounds.push({ rates, moved: Math.max(...depends.map((which) => moved(before, after, which))) })
  }
  return summary(rounds, pace)
}

async function runRound<Name extends string>(
  contenders: Contenders<Name>,
  order: readonly Name[],
  window: number,
): Promise<Record<Name, number>> {
  const rates = {} as Record<Name, number> // filled for every name below
  for (const name of order) {
    // What another contender has pushed out of the caches and left to the garbage collector is not counted.
    await contenders[name](window * LEAD_IN)
    rates[name] = await contenders[name](window)
  }
  return rates
}

const turned = <T>(all: readonly T[], by: number): T[] => all.map((_, at) => all[(at + by) % all.length]!)

function summary<Name extends string>(rounds: readonly Round<Name>[], pace: Pace): Comparison<Name> {
  const noisy = rounds.filter((round) => round.moved > TOO_MUCH).length
  const dropped = Math.min(noisy, pace.droppable)
  const kept = [...rounds].sort((a, b) => a.moved - b.moved).slice(0, rounds.length - dropped)
  return {
    rate: (name) => median(kept.map(({ rates }) => rates[name])),
    ratio: (of, to) => median(kept.map(({ rates }) => rates[of] / rates[to])),
    remark:
      `${kept.length} of ${rounds.length} rounds` +
      (noisy > dropped
        ? `, NOISY: the machine's speed moved by more than 30 % in ${noisy - dropped} of them`
        : ''),
  }
}
