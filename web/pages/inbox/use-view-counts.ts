import { useQuery } from '@tanstack/react-query'
import type { InboxView } from '../../../api/contract/index.ts'
import { countsQuery } from '../../api/queries/inbox.ts'
import { useOffered } from './use-offered.ts'

/** How much stands in each view: tasks, and with my groups' the choices. Unknown until all of it is known. */
export function useViewCounts(): (view: InboxView) => number | undefined {
  const { data: counts } = useQuery(countsQuery)
  const { data: offered, isError } = useOffered()
  return (view) => {
    const tasks = counts?.[view]
    if (view !== 'groups' || tasks === undefined || isError) return tasks
    return offered && tasks + offered.total
  }
}
