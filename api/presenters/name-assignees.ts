import type { TimelineEntry } from '../contract/index.ts'
import type { Services } from '../services.ts'

/** Says beside the id of whoever got a task who that is; of those whom nobody knows here, only the id. */
export const nameAssignees = (
  { directory }: Pick<Services, 'directory'>,
  entries: readonly TimelineEntry[],
): Promise<TimelineEntry[]> =>
  Promise.all(
    entries.map(async (entry) => {
      const { assignee } = entry.details
      const person = typeof assignee === 'string' ? await directory.person(assignee) : null
      return person === null ? entry : { ...entry, details: { ...entry.details, assigneeName: person.name } }
    }),
  )
