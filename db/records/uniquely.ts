import { UniqueConstraintError } from 'sequelize'
import type { Outcome } from './record-problem.ts'

/**
 * Runs a write that was checked to be unique. When someone else has written the same meanwhile, the database's own
 * constraint says so, and the outcome is the same refusal that the check gives.
 */
export async function uniquely<T>(
  work: () => Promise<Outcome<T>>,
  refuse: () => Outcome<never>,
): Promise<Outcome<T>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UniqueConstraintError) return refuse()
    throw error
  }
}
