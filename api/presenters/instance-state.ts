import type { Rows } from '../../engine/ports/rows.ts'
import type { Engine } from '../../engine/runtime/engine.ts'
import { loadState } from '../../engine/state/codec.ts'
import type { InstanceState } from '../../engine/state/instance-state.ts'
import { isLarge, readMark } from '../../engine/state/snapshot-mark.ts'
import { decodeState } from '../../engine/state/state-codec.ts'
import { decodeVariables } from '../../engine/state/variables-codec.ts'
import { visibleIn } from '../../engine/state/visible.ts'
import type { JsonValue } from '../../forms/values/json-value.ts'

export type Values = Record<string, JsonValue>

type Columns<Name extends keyof Rows['instances']> = Pick<Rows['instances'], Name>
type StatePart = Columns<'key' | 'definition' | 'status' | 'parent' | 'parentElement' | 'suspended' | 'state'>

/** What `look` sees in the tree of what is active, without variables; null once the instance has ended. */
export async function seenInState<T>(
  engine: Engine,
  row: StatePart,
  look: (state: InstanceState) => T,
): Promise<T | null> {
  if (row.state === '') return null
  if (readMark(row.state)) return (await engine.inspect(row.key, look)) ?? null
  return look(decodeState(row, row.state))
}

/** Variables of the process scope. */
export async function rootVariables(
  engine: Pick<Engine, 'inspect'>,
  row: Columns<'key' | 'variables'>,
): Promise<Values> {
  const root = isLarge(row)
    ? await engine.inspect(row.key, (state) => ({ ...state.elements.get(row.key)?.variables }))
    : decodeVariables(row.key, row.variables).get(row.key)
  return { ...root }
}

/** What `look` sees in the tree of what is active, with its variables. Copies only: the tree goes on changing. */
export async function seenInWhole<T>(
  engine: Pick<Engine, 'inspect'>,
  row: Rows['instances'],
  look: (state: InstanceState) => T,
): Promise<T | undefined> {
  return isLarge(row) ? engine.inspect(row.key, look) : look(loadState(row))
}

/** All variables that the element instance sees: its own, and those of the scopes around it where not shadowed. */
export async function visibleVariables(
  engine: Pick<Engine, 'inspect'>,
  row: Rows['instances'],
  elementInstance: number,
): Promise<Values> {
  const seen = await seenInWhole(engine, row, (state) => {
    const from = state.elements.get(elementInstance) ?? state.elements.get(row.key)
    return from && visibleIn(state, from)
  })
  return { ...seen }
}
