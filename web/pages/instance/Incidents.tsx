import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { InstanceDetail } from '../../../api/contract/index.ts'
import { resolveIncident } from '../../api/queries/instances.ts'
import { useMay } from '../../api/use-session.ts'
import { Section } from '../../components/page/Section.tsx'
import { useProblemText } from '../../components/states/use-problem-text.ts'
import { StatusBadge } from '../../components/status/StatusBadge.tsx'
import { Time } from '../../components/Time.tsx'
import { useLive } from '../../live/LiveProvider.tsx'
import classes from './Instance.module.css'
import { useIncidentType } from './use-incident-type.ts'

/** What is stuck and why; those who may can have it tried again. */
export function Incidents({ instance }: { instance: InstanceDetail }) {
  const { t } = useTranslation('instance')
  const problemText = useProblemText()
  const typeText = useIncidentType()
  const live = useLive()
  const may = useMay('incident.resolve')
  const retry = useMutation({
    mutationFn: (key: string) => resolveIncident(key),
    onSuccess: () => notifications.show({ message: t('retried') }),
    onError: (error) => notifications.show({ message: problemText(error), color: 'red' }),
    onSettled: () => live.changed([{ kind: 'instance', key: instance.key, rev: 0 }]),
  })
  return (
    <Section title={t('incidents')} flush>
      <ul className={classes.incidents}>
        {instance.incidents.map(({ key, elementId, type, message, createdAt }) => (
          <li key={key} className={classes.incident}>
            <div>
              <StatusBadge tone="late">{t('incident')}</StatusBadge> <bdi>{elementId}</bdi> ·{' '}
              <Time at={createdAt} />
              <p dir="auto">{message}</p>
              <p className={classes.quiet}>{typeText(type)}</p>
            </div>
            {may && (
              <Button
                variant="default"
                loading={retry.isPending && retry.variables === key}
                onClick={() => retry.mutate(key)}
              >
                {t('retry')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
