import type { Key } from '../../engine/index.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import type { Engine } from '../../engine/runtime/engine.ts'

type Definition = Rows['processDefinitions']

/** The definitions that rows belong to. A row without one is a bug: definitions outlive their instances. */
export async function definitionsOf(
  engine: Engine,
  rows: readonly { readonly definition: Key }[],
): Promise<(row: { readonly definition: Key }) => Definition> {
  const keys = [...new Set(rows.map(({ definition }) => definition))]
  const found = await Promise.all(keys.map((key) => engine.definitions.row(key)))
  const byKey = new Map(keys.map((key, index) => [key, found[index]]))
  return ({ definition }) => {
    const row = byKey.get(definition)
    if (row === undefined) throw new Error(`expected process definition ${definition} of a row, got none`)
    return row
  }
}
