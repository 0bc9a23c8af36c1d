import type { Rows } from '../../engine/ports/rows.ts'
import type { Engine } from '../../engine/runtime/engine.ts'
import { type MigrationAsked, tryMigration } from '../../engine/runtime/try-migration.ts'
import { loadState } from '../../engine/state/codec.ts'
import type { InstanceState } from '../../engine/state/instance-state.ts'
import { isLarge } from '../../engine/state/snapshot-mark.ts'
import type { MigrationVerdict, PlannedMigration } from '../contract/index.ts'
import { keyText } from '../presenters/shapes.ts'

/** What would become of this running instance. */
export async function plannedMigration(
  engine: Engine,
  row: Rows['instances'],
  asked: MigrationAsked,
): Promise<PlannedMigration> {
  const tried = (state: InstanceState) => tryMigration(state, asked)
  const problems = isLarge(row) ? ((await engine.inspect(row.key, tried)) ?? []) : tried(loadState(row))
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
