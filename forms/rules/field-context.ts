/** Yields a value by name: grid row first, then the form's data; undefined when there is none. */
export type Lookup = (name: string) => unknown

/** The moment a form is looked at: decides what `now()` and `today()` are and which zone a plain time belongs to. */
export interface Moment {
  /** Epoch milliseconds. */
  readonly now: number
  /** IANA zone, such as `Asia/Tehran`. */
  readonly zone: string
}

/** What rules, bounds and options of one field may read. */
export interface FieldContext extends Moment {
  readonly lookup: Lookup
}
