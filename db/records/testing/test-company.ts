import { loadDemoCompany } from '../../demo/load-demo-company.ts'
import { changeRecords, readingOf } from '../change-records.ts'
import type { Change, Reading } from '../reading.ts'
import { type Outcome, orRefuse } from '../record-problem.ts'
import type { TestDatabase } from './test-databases.ts'

/** The day of the tests. */
export const testNow = Date.UTC(2026, 4, 20, 10)

/** The demo company in a database of its own, and short ways to read and change it. */
export interface TestCompany {
  readonly test: TestDatabase
  readonly reading: Reading
  /** Changes as `by` at `testNow`, or `at`; answers the outcome. */
  change<T>(by: string, work: (change: Change) => Promise<Outcome<T>>, at?: number): Promise<Outcome<T>>
  /** As `change`, for what must succeed: answers the value. */
  done<T>(by: string, work: (change: Change) => Promise<Outcome<T>>, at?: number): Promise<T>
}

export async function openTestCompany(open: () => Promise<TestDatabase>): Promise<TestCompany> {
  const test = await open()
  orRefuse(await loadDemoCompany(test.database, { now: testNow }))
  const change: TestCompany['change'] = (by, work, at = testNow) =>
    changeRecords(test.database, { by, now: at }, work)
  return {
    test,
    reading: readingOf(test.database),
    change,
    done: async (...given) => orRefuse(await change(...given)),
  }
}
