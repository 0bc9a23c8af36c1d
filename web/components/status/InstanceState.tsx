import { useTranslation } from 'react-i18next'
import type { InstanceRow } from '../../../api/contract/index.ts'
import { StatusBadge } from './StatusBadge.tsx'

const tones = { active: 'accent', completed: 'good', canceled: 'neutral' } as const

/** How an instance is: stuck comes before running. */
export function InstanceState({ state, hasIncident }: Pick<InstanceRow, 'state' | 'hasIncident'>) {
  const { t } = useTranslation('instance')
  if (hasIncident && state === 'active') return <StatusBadge tone="late">{t('incident')}</StatusBadge>
  return <StatusBadge tone={tones[state]}>{t(`state.${state}`)}</StatusBadge>
}
