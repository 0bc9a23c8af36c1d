/** First part of every query's key: what live changes invalidate by. */
export const queryKeys = {
  counts: ['counts'],
  inbox: ['inbox'],
  /** All of them, of the inbox and of instances. */
  offers: ['offers'],
  offersOf: (instanceKey: string) => ['offers', instanceKey],
  task: (key: string) => ['task', key],
  instances: ['instances'],
  instance: (key: string) => ['instance', key],
  timeline: (key: string) => ['timeline', key],
  processes: ['processes'],
  process: (processId: string) => ['process', processId],
  xml: (definitionKey: string) => ['xml', definitionKey],
  outline: (definitionKey: string) => ['outline', definitionKey],
  startForm: (processId: string) => ['start-form', processId],
  records: ['records'],
  record: (kind: string, id: string) => ['record', kind, id],
  lookup: (kind: string) => ['lookup', kind],
  setup: ['setup'],
  people: ['people'],
} as const
