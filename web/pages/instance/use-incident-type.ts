import { useTranslation } from 'react-i18next'

/** What kind of incident it is, in words; the type itself for one we have no words for. */
export function useIncidentType(): (type: string) => string {
  const { t, i18n } = useTranslation('instance')
  return (type) =>
    // The type comes from the engine: whether we have words for it is known only now.
    i18n.exists(`incidentType.${type}`, { ns: 'instance' })
      ? t(`incidentType.${type}` as 'incidentType.ENDLESS_LOOP')
      : type
}
