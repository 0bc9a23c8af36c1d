import type { LiveChange } from '../../api/contract/index.ts'
import { queryKeys } from '../api/queries/keys.ts'

type QueryKey = readonly string[]

/** The first parts of the keys of all queries that may show something that changed; each once. */
export function affectedQueries(changes: readonly LiveChange[]): QueryKey[] {
  const affected = new Map<string, QueryKey>()
  for (const key of changes.flatMap(affectedBy)) affected.set(key.join('/'), key)
  return [...affected.values()]
}

function affectedBy({ kind, key }: LiveChange): QueryKey[] {
  switch (kind) {
    case 'counts':
      return [queryKeys.counts]
    case 'task':
      return [queryKeys.inbox, queryKeys.counts, queryKeys.task(key)]
    case 'offer':
      return [queryKeys.offers]
    case 'instance':
      return [
        queryKeys.instance(key),
        queryKeys.timeline(key),
        queryKeys.instances,
        queryKeys.offersOf(key),
        queryKeys.processes,
        ['process'],
      ]
    case 'record':
      return [queryKeys.record(recordKind(key), recordId(key)), queryKeys.records]
  }
}

const recordKind = (key: string): string => key.slice(0, key.indexOf(':'))
const recordId = (key: string): string => key.slice(key.indexOf(':') + 1)
