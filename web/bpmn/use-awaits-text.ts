import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../format/use-format.ts'

/** That an activity waits for data, and for which. */
export function useAwaitsText(): (oneOf: readonly (readonly string[])[]) => string {
  const { t } = useTranslation('bpmn')
  const format = useFormat()
  return useCallback((oneOf) => t('awaitsData', { data: format.alternatives(oneOf) }), [t, format])
}
