import type { Rows } from '../../ports/rows.ts'

/** Rows with every column filled, so that a test names only what it is about. */
export const instanceRow = (key: number, given: Partial<Rows['instances']> = {}): Rows['instances'] => ({
  key,
  definition: 1,
  revision: 1,
  status: 'active',
  suspended: 0,
  startedAt: 1_800_000_000_000,
  endedAt: null,
  parent: 0,
  parentElement: 0,
  startedBy: 'sara',
  incidents: 0,
  state: '{}',
  variables: '{}',
  ...given,
})

export const taskRow = (key: number, given: Partial<Rows['tasks']> = {}): Rows['tasks'] => ({
  key,
  instance: 1,
  definition: 1,
  elementId: 'approve',
  name: 'Approve',
  state: 'CREATED',
  assignee: null,
  candidateGroups: '[]',
  candidateUsers: '[]',
  dueAt: null,
  followUpAt: null,
  priority: 50,
  createdAt: 1_800_000_000_000,
  endedAt: null,
  outcome: null,
  completedBy: null,
  suspended: 0,
  owner: null,
  transition: '',
  revision: 1,
  ...given,
})

export const historyRow = (instance: number, seq: number, events = '[]'): Rows['history'] => ({
  instance,
  seq,
  at: 1_800_000_000_000 + seq,
  by: 'sara',
  events,
})

export const outboxRow = (key: number, payload = '{}'): Rows['outbox'] => ({
  key,
  at: 1,
  kind: 'live',
  payload,
})
