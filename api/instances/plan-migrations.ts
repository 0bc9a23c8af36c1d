import type { Rows } from '../../engine/ports/rows.ts'
import { type MigrationAsked, tryMigration } from '../../engine/runtime/try-migration.ts'
import type { MigrationVerdict, PlannedMigration } from '../contract/index.ts'
import { keyText } from '../presenters/shapes.ts'

/** What would become of this running instance. */
export function plannedMigration(row: Rows['instances'], asked: MigrationAsked): PlannedMigration {
  const problems = tryMigration(row, asked)
  return {
    instanceKey: keyText(row.key),
    verdict: verdictOf(problems),
    problems: problems.map(({ elementId, message }) => ({ elementId, message })),
  }
}

function verdictOf(problems: ReturnType<typeof tryMigration>): MigrationVerdict {
  if (problems.length === 0) return 'automatic'
  return problems.every(({ code }) => code === 'migration_needs_mapping') ? 'needs_mapping' : 'impossible'
}
