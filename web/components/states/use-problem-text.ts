import { useTranslation } from 'react-i18next'
import { problemOf } from '../../api/api-problem.ts'

/**
 * What went wrong in the person's words: our text for the problem's code, or for the reason a step of the process gave;
 * else the server's own sentence.
 */
export function useProblemText(): (error: unknown) => string {
  const { t, i18n } = useTranslation('errors')
  return (error) => {
    const problem = problemOf(error)
    if (problem === null) return t('unexpected')
    const key = problem.reason ? `reasons.${problem.reason}` : `codes.${problem.code}`
    // The code comes from the server: whether we have a text for it is known only now.
    return i18n.exists(key, { ns: 'errors' })
      ? t(key as 'codes.unreachable')
      : problem.detail || t('unexpected')
  }
}
