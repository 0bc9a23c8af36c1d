import { useTranslation } from 'react-i18next'

/** The word for a stage, status or result; the code itself for one that a company has invented. */
export function useStageName(): (stage: string) => string {
  const { t, i18n } = useTranslation('records')
  // The code comes from the server: whether we have a word for it is known only now.
  return (stage) =>
    i18n.exists(`stages.${stage}`, { ns: 'records' }) ? t(`stages.${stage}` as 'stages.draft') : stage
}
