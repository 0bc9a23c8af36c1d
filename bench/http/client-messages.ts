/** What the client's thread is told to do: one kind of request over and over, for a time. */
export interface Drive {
  readonly port: number
  /** Head and body of a request; in POSTs `{key}` stands for the task that is open on the connection's line. */
  readonly request: string
  readonly connections: number
  readonly milliseconds: number
}

/** How it went: answers by their status, and the milliseconds it really took. */
export interface Driven {
  readonly good: number
  readonly bad: number
  readonly milliseconds: number
  /** The first answer that was not good, for the reader. */
  readonly complaint: string
}
