import { useTranslation } from 'react-i18next'
import type { InstanceRow } from '../../../api/contract/index.ts'
import { StatusBadge } from './StatusBadge.tsx'

const tones = { active: 'accent', completed: 'good', canceled: 'neutral' } as const

interface InstanceStateProps extends Pick<InstanceRow, 'state' | 'hasIncident'> {
  readonly suspended?: boolean
}

/** How an instance is: suspended comes before stuck, stuck before running. */
export function InstanceState({ state, hasIncident, suspended = false }: InstanceStateProps) {
  const { t } = useTranslation('instance')
  if (suspended && state === 'active') return <StatusBadge tone="soon">{t('state.suspended')}</StatusBadge>
  if (hasIncident && state === 'active') return <StatusBadge tone="late">{t('incident')}</StatusBadge>
  return <StatusBadge tone={tones[state]}>{t(`state.${state}`)}</StatusBadge>
}
