import type { ReactNode } from 'react'
import classes from './State.module.css'

interface StateProps {
  readonly icon: ReactNode
  readonly title: string
  readonly text?: string
  /** The next step. */
  readonly action?: ReactNode
  /** It stands for a whole page. */
  readonly page?: boolean
  /** Announced at once, for what interrupts. */
  readonly urgent?: boolean
}

/** What stands where content would: nothing there, not found, failed. Always with the next step. */
export function State({ icon, title, text, action, page = false, urgent = false }: StateProps) {
  return (
    <div className={classes.state} role={urgent ? 'alert' : undefined}>
      <div className={classes.icon} aria-hidden="true">
        {icon}
      </div>
      {page ? <h1 className={classes.title}>{title}</h1> : <p className={classes.title}>{title}</p>}
      {text && <p className={classes.text}>{text}</p>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  )
}
