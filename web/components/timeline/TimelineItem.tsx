import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../../api/contract/index.ts'
import texts from '../../i18n/en/instance.json'
import { useLocalName } from '../../i18n/use-local-name.ts'
import { Time } from '../Time.tsx'
import classes from './Timeline.module.css'

const failures: readonly TimelineEntry['kind'][] = ['incident_raised', 'job_failed', 'error_thrown']

export function TimelineItem({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation('instance')
  const nameOf = useLocalName()
  const element = nameOf({ name: entry.elementName, names: entry.elementNames }, entry.elementId)
  const { outcome, assignee, assigneeName, reason, message, name } = entry.details
  const more = [
    outcomeText(t, outcome),
    handedOn(entry.kind) ? (assigneeName ?? assignee) : null,
    reason,
    message,
    sent(entry.kind) ? name : null,
  ].filter((text) => typeof text === 'string' && text)
  return (
    <li className={classes.item} data-failed={failures.includes(entry.kind)}>
      <div className={classes.what}>
        <span>{t(`timeline.kind.${entry.kind}`)}</span> <bdi className={classes.element}>{element}</bdi>
        {more.map((text) => (
          // The space before it is the line's: it must not turn with the direction of the text inside.
          <span key={String(text)} className={classes.more}>
            <bdi>{String(text)}</bdi>
          </span>
        ))}
      </div>
      <div className={classes.who}>
        {entry.by ? <bdi>{entry.by.name}</bdi> : t('timeline.engine')} · <Time at={entry.at} />
      </div>
    </li>
  )
}

const handedOn = (kind: TimelineEntry['kind']): boolean =>
  kind === 'task_assigned' || kind === 'task_delegated' || kind === 'task_resolved'

const sent = (kind: TimelineEntry['kind']): boolean => kind === 'signal_sent' || kind === 'message_sent'

const outcomes = Object.keys(texts.timeline.outcome) as readonly (keyof typeof texts.timeline.outcome)[]

/** A process of the company's own may have outcomes that we have no word for: those are shown as they are. */
function outcomeText(t: TFunction<'instance'>, outcome: unknown): unknown {
  const known = outcomes.find((one) => one === outcome)
  return known ? t(`timeline.outcome.${known}`) : outcome
}
