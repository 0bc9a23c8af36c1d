import { modelsOf } from '../../models/models-of.ts'
import type { UnitRow } from '../../models/unit.ts'
import type { Reading } from '../reading.ts'
import { findRows } from '../rows.ts'

/** A department; units form a tree. */
export interface Unit {
  readonly id: string
  readonly version: number
  readonly names: { readonly en: string; readonly fa: string }
  readonly parentId: string | null
  readonly managerId: string | null
}

/** All units, by English name. There are tens, so trees are walked in memory. */
export async function listUnits(reading: Reading): Promise<Unit[]> {
  const rows = await findRows(reading, modelsOf(reading.sequelize).unit, { order: ['nameEn'] })
  return rows.map(unitOf)
}

const unitOf = ({ id, version, nameEn, nameFa, parentId, managerId }: UnitRow): Unit => ({
  id,
  version,
  names: { en: nameEn, fa: nameFa },
  parentId,
  managerId,
})

/** The units and everything below them. */
export function unitsBelow(units: readonly Unit[], roots: readonly string[]): string[] {
  const found = new Set(roots)
  for (const id of found) for (const unit of units) if (unit.parentId === id) found.add(unit.id)
  return [...found]
}

/** The unit and those above it, nearest first. */
export function unitsAbove(units: readonly Unit[], id: string): Unit[] {
  const chain: Unit[] = []
  let next: string | null = id
  while (next !== null) {
    const unit = units.find((one) => one.id === next)
    if (unit === undefined || chain.includes(unit)) break
    chain.push(unit)
    next = unit.parentId
  }
  return chain
}
