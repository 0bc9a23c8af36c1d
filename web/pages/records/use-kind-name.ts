import { useTranslation } from 'react-i18next'

/** The word for a kind of party; the code itself for one that a company has invented. */
export function useKindName(): (kind: string) => string {
  const { t, i18n } = useTranslation('records')
  // The code comes from the server: whether we have a word for it is known only now.
  return (kind) =>
    i18n.exists(`kind.${kind}`, { ns: 'records' }) ? t(`kind.${kind}` as 'kind.customer') : kind
}
