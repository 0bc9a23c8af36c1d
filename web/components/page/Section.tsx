import { type ReactNode, useId } from 'react'
import classes from './Section.module.css'

interface SectionProps {
  readonly title: string
  readonly actions?: ReactNode
  /** The content reaches the card's edges: tables, diagrams. */
  readonly flush?: boolean
  readonly children: ReactNode
}

/** A card with a heading. */
export function Section({ title, actions, flush = false, children }: SectionProps) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.header}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {actions}
      </div>
      <div className={flush ? classes.flush : classes.body}>{children}</div>
    </section>
  )
}
