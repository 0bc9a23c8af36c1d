import type { Model, Scope } from './model.ts'

/** Ids are optional in the standard (8.3.1); what has none gets one that says what it is, the same at every reading. */
export function giveIds(model: Model): Model {
  const taken = new Set(model.processes.flatMap(({ id, inside }) => [id, ...idsIn(inside)]))
  if (!taken.has('')) return model
  const free = (wanted: string): string => {
    let id = wanted
    for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`
    taken.add(id)
    return id
  }
  return {
    ...model,
    processes: model.processes.map((process) => ({ ...process, inside: identified(process.inside, free) })),
  }
}

const identified = (scope: Scope, free: (wanted: string) => string): Scope => ({
  ...scope,
  nodes: scope.nodes.map((node) => ({
    ...node,
    id: node.id || free(node.type),
    inside: node.inside && identified(node.inside, free),
  })),
  flows: scope.flows.map((flow) => ({ ...flow, id: flow.id || free(`${flow.source}-${flow.target}`) })),
})

/** Ids of the nodes and sequence flows in a scope and inside of it. */
export const idsIn = (scope: Scope): string[] => [
  ...scope.flows.map(({ id }) => id),
  ...scope.nodes.flatMap(({ id, inside }) => [id, ...(inside === null ? [] : idsIn(inside))]),
]
