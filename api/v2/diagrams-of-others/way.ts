import type { Values } from '../../contract/primitives.ts'

/** What a worker answers; `fail` leaves that many retries, and with some it asks for a pause in milliseconds. */
export type WorkerAnswer =
  | { readonly do: 'complete'; readonly variables?: Values }
  | { readonly do: 'throwError'; readonly errorCode: string; readonly variables?: Values }
  | { readonly do: 'fail'; readonly retries: number; readonly backOff: number }

/** One run of a diagram. */
export interface Way {
  /** In a few words, for the table. */
  readonly name: string
  /** Given at the start, with the message or the command. */
  readonly variables?: Values
  /** By job type, attempt by attempt; whatever comes after them is completed. */
  readonly workers?: Readonly<Record<string, readonly WorkerAnswer[]>>
  /** By element id: what a person enters in the form, where it is not the usual. */
  readonly entries?: Readonly<Record<string, Values>>
  /** By element id: with what another application completes a task, because its form is not the platform's. */
  readonly byApplication?: Readonly<Record<string, Values>>
  /** Published as soon as no job is left to work, before anything else. */
  readonly messages?: readonly GivenMessage[]
  /** Timers go off before anybody completes a task. */
  readonly timeFirst?: boolean
  /** Ids of the end events that every started instance must have reached, sorted; one list for each process. */
  readonly ends: readonly (readonly string[])[]
}

export interface GivenMessage {
  readonly name: string
  readonly correlationKey: string
  /** Not before this element is active. */
  readonly at?: string
}

/** What became of one instance. */
export interface Run {
  readonly way: string
  readonly process: string
  readonly state: 'ended' | 'waits'
  /** End events that were reached; or the elements where it waits, with the incident's words if there is one. */
  readonly at: readonly string[]
  readonly deeds: readonly string[]
}

export interface FoundProblem {
  readonly code: string
  readonly element: string
  readonly message: string
  readonly remedy: string
}

export type Outcome =
  | { readonly kind: 'refused'; readonly problems: readonly FoundProblem[] }
  | { readonly kind: 'run'; readonly runs: readonly Run[] }
