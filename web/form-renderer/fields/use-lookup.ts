import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import type { LookupEntry, LookupKind } from '../../../api/contract/index.ts'
import type { FieldContext } from '../../../forms/index.ts'
import { lookupQuery } from '../../api/queries/lookup.ts'
import { useLanguage } from '../../i18n/use-language.ts'

interface LookupOptions {
  /** null: the server knows no such records. */
  readonly kind: LookupKind | null
  readonly value: string | null
  readonly search: string
  /** Nothing is asked before the list was opened once. */
  readonly opened: boolean
  readonly context: FieldContext
}

/** What the server finds for the text, and the record that is chosen. */
export function useLookup({ kind, value, search, opened, context }: LookupOptions) {
  const { code } = useLanguage()
  const queryClient = useQueryClient()
  const labelOf = (entry: LookupEntry) => entry.labels[code] ?? entry.label
  const asked = kind ?? 'party'
  const one = useQuery({
    ...lookupQuery(asked, { value: value ?? '' }),
    enabled: kind !== null && value !== null,
  })
  const chosen = one.data?.items.find((entry) => entry.value === value) ?? null
  // The input holds the chosen label: that is no search.
  const text = chosen && search === labelOf(chosen) ? '' : search
  const party = kind === 'contact' ? partyIn(context) : undefined
  const filter = party === undefined ? { search: text } : { search: text, party }
  const many = useQuery({
    ...lookupQuery(asked, filter),
    enabled: kind !== null && opened,
    placeholderData: keepPreviousData,
  })
  const remember = (entry: LookupEntry) =>
    queryClient.setQueryData(lookupQuery(asked, { value: entry.value }).queryKey, { items: [entry] })
  return {
    entries: many.data?.items ?? [],
    chosen,
    remember,
    labelOf,
    loading: many.isFetching,
    /** What is offered is still the answer to an earlier text. */
    late: many.isPlaceholderData,
  }
}

/** The party that the form is about: contacts are looked for among its people. */
function partyIn({ lookup }: FieldContext): string | undefined {
  const party = lookup('partyId') ?? lookup('party')
  return typeof party === 'string' && party !== '' ? party : undefined
}
