import {
  IconAlarm,
  IconCalendarDue,
  IconCircleCheck,
  IconClockPause,
  IconUser,
  IconUserShare,
  IconUsers,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { InboxView } from '../../../api/contract/index.ts'
import { useFormat } from '../../format/use-format.ts'
import { inboxViews } from '../../routes/inbox-routes.ts'
import { useViewCounts } from './use-view-counts.ts'
import classes from './Views.module.css'

const icons = {
  mine: IconUser,
  groups: IconUsers,
  today: IconCalendarDue,
  overdue: IconAlarm,
  waiting: IconUserShare,
  later: IconClockPause,
  done: IconCircleCheck,
} as const

/** The views with their counts, which are live. */
export function Views({ view: open }: { view: InboxView }) {
  const { t } = useTranslation('inbox')
  const format = useFormat()
  const countOf = useViewCounts()
  const nav = useRef<HTMLElement>(null)
  // On a phone they stand in a row that scrolls: the open one is brought into sight.
  useEffect(() => {
    nav.current
      ?.querySelector(`[data-view="${open}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [open])
  return (
    <nav ref={nav} className={classes.views} aria-label={t('viewsLabel')}>
      {inboxViews.map((view) => {
        const Icon = icons[view]
        const count = countOf(view)
        return (
          <Link
            key={view}
            to="/inbox/$view"
            params={{ view }}
            className={classes.view}
            data-view={view}
            activeOptions={{ includeSearch: false }}
          >
            <Icon size={18} stroke={1.6} aria-hidden="true" />
            <span className={classes.name}>{t(`views.${view}`)}</span>
            {count !== undefined && (
              <span className={classes.count} data-late={view === 'overdue' && count > 0}>
                {format.number(count)}
              </span>
            )}
          </Link>
        )
      })}
    </nav>
  )
}
