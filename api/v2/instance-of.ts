import type { Rows } from '../../engine/ports/rows.ts'
import type { Identity } from '../auth/identity.ts'
import { notFound } from '../http/api-problem.ts'
import { loadInstance } from '../instances/load-instance.ts'
import type { V2Dependencies } from './dependencies.ts'
import { keyOf } from './key.ts'

/** The instance if this person may see it, else 404. */
export async function instanceOf(
  dependencies: V2Dependencies,
  person: Identity,
  key: string,
): Promise<Rows['instances']> {
  const row = await loadInstance(dependencies, person, keyOf(key))
  if (row === undefined) throw notFound('process_instance', key)
  return row
}
