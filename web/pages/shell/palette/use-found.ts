import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { inboxQuery } from '../../../api/queries/inbox.ts'
import { opportunitiesQuery, partiesQuery } from '../../../api/queries/records.ts'
import { useMay } from '../../../api/use-session.ts'
import { useLocalName } from '../../../i18n/use-local-name.ts'
import type { CommandGroup } from './command.ts'

/** How many of each kind are offered. */
const most = 5

/** Tasks, opportunities and parties that the server finds for the text; nothing for less than two characters. */
export function useFound(search: string): CommandGroup[] {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  const nameOf = useLocalName()
  const long = search.length >= 2
  const mayInbox = useMay('inbox.use')
  const mayRecords = useMay('record.read')
  const tasks = useInfiniteQuery({ ...inboxQuery('mine', { search }), enabled: long && mayInbox })
  const deals = useInfiniteQuery({ ...opportunitiesQuery({ search }), enabled: long && mayRecords })
  const parties = useInfiniteQuery({ ...partiesQuery({ search }), enabled: long && mayRecords })
  if (!long) return []
  const first = <Item>(query: { data?: { pages: { items: Item[] }[] } | undefined }) =>
    (query.data?.pages[0]?.items ?? []).slice(0, most)
  return [
    {
      label: t('palette.tasks'),
      actions: first(tasks).map((task) => ({
        id: `task-${task.key}`,
        label: nameOf(task),
        detail: task.subject ? `${task.subject.partyName} · ${task.subject.title}` : task.processName,
        run: () => void navigate({ to: '/tasks/$taskKey', params: { taskKey: task.key } }),
      })),
    },
    {
      label: t('palette.opportunities'),
      actions: first(deals).map(({ id, number, title, party }) => ({
        id: `opportunity-${id}`,
        label: title,
        detail: `${number} · ${party.name}`,
        run: () => void navigate({ to: '/records/opportunities/$id', params: { id } }),
      })),
    },
    {
      label: t('palette.parties'),
      actions: first(parties).map(({ id, name, region }) => ({
        id: `party-${id}`,
        label: name,
        ...(region ? { detail: region } : {}),
        run: () => void navigate({ to: '/records/parties/$id', params: { id } }),
      })),
    },
  ]
}
