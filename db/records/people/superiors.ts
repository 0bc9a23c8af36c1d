import type { Reading } from '../reading.ts'
import { listUnits, type Unit, unitsAbove } from './unit.ts'
import { getUser } from './user.ts'

/**
 * Managers above a unit, nearest first, each once: the unit's manager, then the one of the unit above, and so on.
 * `except` is left out, so that nobody is their own superior.
 */
export async function managersAbove(reading: Reading, unitId: string, except: string): Promise<string[]> {
  return managersOf(unitsAbove(await listUnits(reading), unitId), except)
}

/** Superiors of a person, nearest first: from each unit that they belong to, upwards. Empty at the top. */
export async function superiorsOf(reading: Reading, userId: string): Promise<string[]> {
  const user = await getUser(reading, userId)
  const units = await listUnits(reading)
  const chains = (user?.units ?? []).map((unit) => managersOf(unitsAbove(units, unit), userId))
  return nearestFirst(chains)
}

const managersOf = (chain: readonly Unit[], except: string): string[] => [
  ...new Set(
    chain.flatMap(({ managerId }) => (managerId === null || managerId === except ? [] : [managerId])),
  ),
]

/** Takes the nearest of every chain, then the second nearest … */
function nearestFirst(chains: readonly (readonly string[])[]): string[] {
  const longest = Math.max(0, ...chains.map((chain) => chain.length))
  const found = new Set<string>()
  for (let step = 0; step < longest; step += 1)
    for (const id of chains.flatMap((chain) => chain.slice(step, step + 1))) found.add(id)
  return [...found]
}
