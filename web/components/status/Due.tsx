import { useTranslation } from 'react-i18next'
import { dueStatus } from '../../format/due-status.ts'
import { useFormat } from '../../format/use-format.ts'
import { useNow } from '../../format/use-now.ts'
import classes from './status.module.css'

/** When something is due: the distance, and a word with a colour when it is near or past. */
export function Due({ at }: { at: string | null }) {
  const { t } = useTranslation('inbox')
  const format = useFormat()
  const now = useNow()
  if (at === null) return <span className={classes.quiet}>{t('due.none')}</span>
  const status = dueStatus(Date.parse(at), now)
  const when = format.relative(at, now)
  return (
    <time dateTime={at} title={format.exact(at)} className={classes[status]}>
      {status === 'overdue' ? t('due.overdue', { when }) : t('due.in', { when })}
    </time>
  )
}
