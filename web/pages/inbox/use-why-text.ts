import { useTranslation } from 'react-i18next'
import type { TaskRow } from '../../../api/contract/index.ts'
import { useLocalName } from '../../i18n/use-local-name.ts'

/** Why somebody sees a task: the group, or a word. */
export function useWhyText(): (task: TaskRow) => string {
  const { t } = useTranslation('inbox')
  const nameOf = useLocalName()
  return ({ why }) => (typeof why === 'string' ? t(`why.${why}`) : nameOf(why.group))
}
