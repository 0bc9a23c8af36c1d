import type { Rows } from '../../engine/ports/rows.ts'
import type { Identity } from '../auth/identity.ts'
import { instanceFacts, type SightNeeds } from './instance-facts.ts'
import { may } from './may.ts'

/** Calls nest a few levels; this only ends what should never be. */
const DEEPEST = 8

/**
 * May this person see the instance, its variables and its history? What an instance has called is a part of it: whoever
 * sees the caller sees that too.
 */
export async function maySeeInstance(
  needs: SightNeeds,
  person: Identity,
  instance: Rows['instances'],
): Promise<boolean> {
  if (may(person, 'instance.read_all')) return true
  let row: Rows['instances'] | undefined = instance
  for (let depth = 0; depth <= DEEPEST && row !== undefined; depth += 1) {
    if (may(person, 'instance.read_this', await instanceFacts(needs, person.id, row))) return true
    row = row.parent === 0 ? undefined : await needs.engine.store.get('instances', row.parent)
  }
  return false
}
