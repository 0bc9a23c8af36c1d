import { useTranslation } from 'react-i18next'

/** The name of a BPMN element's type; the type itself for one we have no word for. */
export function useTypeName(): (type: string) => string {
  const { t, i18n } = useTranslation('bpmn')
  return (type) => {
    const name = type.charAt(0).toLowerCase() + type.slice(1)
    // The type comes from the diagram: whether we have a word for it is known only now.
    return i18n.exists(`type.${name}`, { ns: 'bpmn' }) ? t(`type.${name}` as 'type.userTask') : type
  }
}
