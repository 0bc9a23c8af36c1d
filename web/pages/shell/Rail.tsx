import { IconInbox, IconLayersIntersect, IconSitemap } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { countsQuery } from '../../api/queries/inbox.ts'
import { useMay } from '../../api/use-session.ts'
import { useFormat } from '../../format/use-format.ts'
import { placeOf } from './place-of.ts'
import classes from './Rail.module.css'

/** The places there are; each only for those who may use it. On a phone it is the bottom bar. */
export function Rail() {
  const { t } = useTranslation('shell')
  const format = useFormat()
  const mayInbox = useMay('inbox.use')
  const mayRecords = useMay('record.read')
  const mayProcesses = useMay('process.read')
  const { data: counts } = useQuery({ ...countsQuery, enabled: mayInbox })
  const here = placeOf(useLocation().pathname)
  const open = counts ? counts.mine : 0
  return (
    <nav className={classes.rail} aria-label={t('places.label')}>
      {mayInbox && (
        <Link
          to="/inbox/$view"
          params={{ view: 'mine' }}
          className={classes.place}
          data-here={here === 'inbox' || undefined}
        >
          <span className={classes.icon}>
            <IconInbox size={22} stroke={1.6} aria-hidden="true" />
            {open > 0 && (
              <span className={classes.count} aria-hidden="true">
                {open > 99 ? `${format.number(99)}+` : format.number(open)}
              </span>
            )}
          </span>
          {t('places.inbox')}
          {open > 0 && <span className="visually-hidden">{t('places.open', { count: open })}</span>}
        </Link>
      )}
      {mayRecords && (
        <Link
          to="/records/opportunities"
          className={classes.place}
          data-here={here === 'records' || undefined}
        >
          <IconLayersIntersect size={22} stroke={1.6} aria-hidden="true" />
          {t('places.records')}
        </Link>
      )}
      {mayProcesses && (
        <Link to="/processes" className={classes.place} data-here={here === 'processes' || undefined}>
          <IconSitemap size={22} stroke={1.6} aria-hidden="true" />
          {t('places.processes')}
        </Link>
      )}
    </nav>
  )
}
