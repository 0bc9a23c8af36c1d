/** How a case of the kit ended: `refused` when its logic cannot run here, which deployment would have said. */
type Verdict = 'passed' | 'failed' | 'refused'

/** What another interpreter made of the case; null when it cannot take part in it. */
type SecondVerdict = 'passed' | 'failed' | null

export interface CaseOutcome {
  readonly folder: string
  readonly level: string
  readonly id: string
  readonly verdict: Verdict
  /** Expected and got, or why it was refused; empty when it passed. */
  readonly cause: string
  readonly second: SecondVerdict
}
