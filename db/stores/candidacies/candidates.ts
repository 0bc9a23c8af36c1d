/** Tasks without a due date stand after all others: the largest integer both databases hand back exactly. */
export const NO_DUE_DATE = Number.MAX_SAFE_INTEGER

/**
 * A candidate as candidacies have it: groups as they are, users as `user:<id>`. A group whose own id looks like a prefixed
 * one gets a prefix of its own, so that a group named `user:sara` is not Sara.
 */
export function candidateOf(column: 'candidateGroups' | 'candidateUsers', id: string): string {
  if (column === 'candidateUsers') return `user:${id}`
  return id.startsWith('user:') || id.startsWith('group:') ? `group:${id}` : id
}
