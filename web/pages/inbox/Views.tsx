import {
  IconAlarm,
  IconCalendarDue,
  IconCircleCheck,
  IconClockPause,
  IconUser,
  IconUsers,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { countsQuery } from '../../api/queries/inbox.ts'
import { useFormat } from '../../format/use-format.ts'
import { inboxViews } from '../../routes/inbox-routes.ts'
import classes from './Views.module.css'

const icons = {
  mine: IconUser,
  groups: IconUsers,
  today: IconCalendarDue,
  overdue: IconAlarm,
  later: IconClockPause,
  done: IconCircleCheck,
} as const

/** The views with their counts, which are live. */
export function Views() {
  const { t } = useTranslation('inbox')
  const format = useFormat()
  const { data: counts } = useQuery(countsQuery)
  return (
    <nav className={classes.views} aria-label={t('viewsLabel')}>
      {inboxViews.map((view) => {
        const Icon = icons[view]
        const count = counts?.[view]
        return (
          <Link
            key={view}
            to="/inbox/$view"
            params={{ view }}
            className={classes.view}
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
