import { AT_ONCE } from '../testing/deploy-diagrams.ts'
import type { Deed } from './deeds.ts'

/** Moves the clock to what is due next: the end of a failed job's pause, or a timer. */
export const letTimePass: Deed = async (driving) => (await passPause(driving)) || (await passTimer(driving))

const passPause: Deed = async ({ company, designer, way, deeds }) => {
  const { items } = await designer.searchJobs({ filter: { state: 'FAILED' } }, AT_ONCE)
  const pausing = items.find(({ hasFailedWithRetriesLeft }) => hasFailedWithRetriesLeft)
  if (pausing === undefined) return false
  const answers = way.workers?.[pausing.type] ?? []
  const pause = Math.max(0, ...answers.map((answer) => (answer.do === 'fail' ? answer.backOff : 0)))
  company.clock.at += pause
  deeds.push(passed(pause))
  return true
}

const passTimer: Deed = async ({ company, deeds }) => {
  const { engine } = company.services
  const next = await engine.runDue()
  if (!Number.isFinite(next)) return false
  deeds.push(passed(next - company.clock.at))
  company.clock.at = next
  await engine.runDue()
  return true
}

const DAY_MS = 86_400_000
const passed = (milliseconds: number) =>
  milliseconds >= DAY_MS ? `${milliseconds / DAY_MS} days passed` : `${milliseconds / 1000} s passed`
