import { useTranslation } from 'react-i18next'
import type { InstanceDetail } from '../../../api/contract/index.ts'
import { SubjectLink } from '../../components/SubjectLink.tsx'
import { InstanceState } from '../../components/status/InstanceState.tsx'
import { Time } from '../../components/Time.tsx'

export function InstanceFacts({ instance }: { instance: InstanceDetail }) {
  const { t } = useTranslation('instance')
  const { state, hasIncident, suspended, startedBy, endedAt, subject } = instance
  return (
    <>
      <InstanceState state={state} hasIncident={hasIncident} suspended={suspended} />
      {subject && <SubjectLink subject={subject} />}
      <span>
        {t('started')} <Time at={instance.startedAt} />{' '}
        {startedBy && t('startedBy', { name: startedBy.name })}
      </span>
      {endedAt && (
        <span>
          {t('ended')} <Time at={endedAt} />
        </span>
      )}
      <span>{t('version', { version: instance.version })}</span>
    </>
  )
}
