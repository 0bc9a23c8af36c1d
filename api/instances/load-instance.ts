import type { Rows } from '../../engine/ports/rows.ts'
import type { Identity } from '../auth/identity.ts'
import type { SightNeeds } from '../policies/instance-facts.ts'
import { maySeeInstance } from '../policies/may-see-instance.ts'

/** The instance if this person may see it. Undefined does not tell whether there is one: answer 404, never 403. */
export async function loadInstance(
  needs: SightNeeds,
  person: Identity,
  key: number,
): Promise<Rows['instances'] | undefined> {
  const row = await needs.engine.store.get('instances', key)
  return row !== undefined && (await maySeeInstance(needs, person, row)) ? row : undefined
}
