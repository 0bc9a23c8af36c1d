/** How near a due time is. */
export type DueStatus = 'overdue' | 'soon' | 'later' | 'none'

/** Less than this before it is due, a task is due soon. Milliseconds. */
const soon = 8 * 60 * 60 * 1000

/** `dueAt` and `now` are epoch milliseconds; null means there is no due time. */
export function dueStatus(dueAt: number | null, now: number): DueStatus {
  if (dueAt === null) return 'none'
  if (dueAt < now) return 'overdue'
  return dueAt - now < soon ? 'soon' : 'later'
}
