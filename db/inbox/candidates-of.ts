import { candidateOf } from '../stores/candidacies/candidates.ts'
import type { WorkOf } from './inbox.ts'

/** Who asks, as candidacies name their candidates. */
export const candidatesOf = ({ groups, users }: Pick<WorkOf, 'groups' | 'users'>): string[] => [
  ...new Set([
    ...groups.map((id) => candidateOf('candidateGroups', id)),
    ...users.map((id) => candidateOf('candidateUsers', id)),
  ]),
]
