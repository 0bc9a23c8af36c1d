/** Kept by the stores beside the port's tables: open tasks as those see them who may take them, and how many there are. */
export const candidacyTables = [
  'task_candidacies',
  'task_counts_by_pool',
  'task_counts_by_day',
  'task_counts_by_element',
]

/** Who the members of a pool are. A pool never changes, so what a store remembers of one stays right. */
export const POOLS = 'task_pools'
