import type { ReactNode } from 'react'
import classes from './status.module.css'

export type Tone = 'neutral' | 'accent' | 'good' | 'late' | 'soon'

/** A state as a word with a colour; `late` is only for what is overdue or failed. */
export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  )
}
