/** How long a run of the benchmarks takes its time. */
export interface Pace {
  readonly rounds: number
  /** Rounds that may be dropped because the machine changed its speed meanwhile. */
  readonly droppable: number
  /** Milliseconds of one contender in one round. */
  readonly window: number
  /** Milliseconds before the first round, per contender; bpmn-engine needs all of it. */
  readonly warmUp: number
  /** Items of the largest instance, and how often it is worked through. */
  readonly items: number
  readonly largeRounds: number
  /** Past events of the instance that has the longest past. */
  readonly events: number
  /** Waiting instances where it is about very many. */
  readonly many: number
  /** Waiting instances that are started one by one. */
  readonly waiting: number
  /** Open tasks of the inbox, and commands that change them. */
  readonly openTasks: number
  readonly randomCommands: number
  /** Commands, requests where something is tried so many times. */
  readonly tries: number
}

export const FULL_PACE: Pace = {
  rounds: 8,
  droppable: 3,
  window: 500,
  warmUp: 5_000,
  items: 10_000,
  largeRounds: 3,
  events: 100_000,
  many: 1_000_000,
  waiting: 100_000,
  openTasks: 200_000,
  randomCommands: 100_000,
  tries: 10_000,
}
/** To see that everything runs; its figures are not for quoting. */
export const QUICK_PACE: Pace = {
  rounds: 5,
  droppable: 0,
  window: 100,
  warmUp: 300,
  items: 1_000,
  largeRounds: 1,
  events: 1_000,
  many: 100_000,
  waiting: 2_000,
  openTasks: 20_000,
  randomCommands: 2_000,
  tries: 500,
}
