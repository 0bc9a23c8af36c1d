import { useTranslation } from 'react-i18next'
import { SkeletonLines } from './SkeletonLines.tsx'

/** A page on its way. */
export function PageLoading() {
  const { t } = useTranslation('shell')
  return (
    <div style={{ padding: 32 }} role="status" aria-label={t('loading')}>
      <SkeletonLines lines={6} />
    </div>
  )
}
