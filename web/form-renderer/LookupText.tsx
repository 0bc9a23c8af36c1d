import { useQuery } from '@tanstack/react-query'
import { lookupQuery } from '../api/queries/lookup.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { lookupKindOf } from './lookup-kind.ts'

/** The label of a chosen record; its key while the label is on its way. */
export function LookupText({ record, value }: { record: string; value: string }) {
  const { code } = useLanguage()
  const kind = lookupKindOf(record)
  const { data } = useQuery({
    ...lookupQuery(kind ?? 'party', { value }),
    enabled: kind !== null && value !== '',
  })
  const entry = data?.items.find((item) => item.value === value)
  return entry ? (entry.labels[code] ?? entry.label) : value
}
