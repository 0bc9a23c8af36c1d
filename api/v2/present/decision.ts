import type { Rows } from '../../../engine/ports/rows.ts'
import type { DecisionDefinition } from '../../contract/v2/decisions.ts'
import { DEFAULT_TENANT } from '../../contract/v2/key.ts'
import { keyText } from '../key.ts'

type DecisionRow = Omit<Rows['decisions'], 'xml'>
const fileOf = (row: DecisionRow) => `${row.deployment}/${row.resourceName}`

/**
 * The contract has a key for the file that a decision is in; here files have none of their own, so the file is known
 * by the smallest key of its decisions. `rows` holds all decisions of every file in it.
 */
export function requirementsKeys(rows: readonly DecisionRow[]): (row: DecisionRow) => number {
  const first = new Map<string, number>()
  for (const row of rows) first.set(fileOf(row), Math.min(row.key, first.get(fileOf(row)) ?? row.key))
  return (row) => first.get(fileOf(row)) ?? row.key
}

export const presentDecision = (row: DecisionRow, requirementsKey: number): DecisionDefinition => ({
  decisionDefinitionId: row.decisionId,
  name: row.name,
  version: row.version,
  decisionRequirementsId: row.requirementsId,
  tenantId: DEFAULT_TENANT,
  decisionDefinitionKey: keyText(row.key),
  decisionRequirementsKey: keyText(requirementsKey),
})
