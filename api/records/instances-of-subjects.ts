import { listOpportunities } from '../../db/records/opportunity/list-opportunities.ts'
import type { Services } from '../services.ts'

/** Instances whose record a search finds, among those the person may see; the 200 changed last. */
export async function instancesOfSubjects(
  { reading, viewer }: Pick<Services, 'reading' | 'viewer'>,
  person: string,
  search: string,
): Promise<number[]> {
  const page = await listOpportunities(reading, await viewer(person), { search, limit: 200 })
  return page.items.map((row) => row.instanceKey).filter((key) => key !== null)
}
