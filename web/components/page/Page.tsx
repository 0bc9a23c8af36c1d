import type { ReactNode } from 'react'
import classes from './Page.module.css'
import { usePageTitle } from './use-page-title.ts'

interface PageProps {
  readonly title: string
  /** Where the page hangs: a link to the list it comes from. */
  readonly above?: ReactNode
  /** Under the title: state, numbers, people. */
  readonly facts?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** The template of every page that scrolls as a whole. */
export function Page({ title, above, facts, actions, children }: PageProps) {
  usePageTitle(title)
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <div className={classes.heading}>
          {above && <div className={classes.above}>{above}</div>}
          <h1 className={classes.title} dir="auto">
            {title}
          </h1>
          {facts && <div className={classes.facts}>{facts}</div>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}
