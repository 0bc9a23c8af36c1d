import { Cron } from 'croner'
import { fail, ok, type Result } from '../result.ts'

/** Any moment will do to ask whether a pattern ever comes: they repeat. */
const SOME_MOMENT = 0

/** A text that can only be meant as a cron pattern, good or bad. */
export const looksLikeCron = (text: string): boolean => /^@|\s/.test(text.trim())

/**
 * Passes a cron pattern that comes at some time: six fields with seconds first as Spring has them, five fields as crontab
 * has them, or a macro like `@daily`. With six fields the day of the month and the day of the week must both fit, with five
 * either of them. Fails with the reason.
 */
export function checkCron(pattern: string): Result<void, string> {
  const cron = read(pattern, 'UTC')
  if (!cron.ok) return cron
  if (cron.value.nextRun(new Date(SOME_MOMENT))) return ok(undefined)
  return fail(`expected a cron pattern that comes some day, got '${pattern}', which never does`)
}

/**
 * The first moment after `after` that fits the pattern, in whole seconds, on the clock of `zone`. A fixed time that the
 * clock leaves out comes right after the gap, one that it shows twice comes once; steps go on in real time.
 * @param after epoch milliseconds
 * @returns epoch milliseconds
 */
export function nextByCron(pattern: string, after: number, zone: string): Result<number, string> {
  const cron = read(pattern, zone)
  if (!cron.ok) return cron
  const next = cron.value.nextRun(new Date(after))
  return next
    ? ok(next.getTime())
    : fail(`expected a cron pattern that comes after ${new Date(after).toISOString()}, got '${pattern}'`)
}

/** Without a function to run it neither looks at the clock nor waits. */
function read(pattern: string, timezone: string): Result<Cron, string> {
  const text = pattern.trim()
  const fields = text.split(/\s+/).length
  if (!text.startsWith('@') && fields !== 5 && fields !== 6)
    return fail(`expected five or six cron fields like '0 0 9 * * MON-FRI', got ${fields} in '${pattern}'`)
  try {
    // `sloppyRanges` takes steps from a number: 0/15.
    return ok(new Cron(text, { timezone, paused: true, sloppyRanges: true, domAndDow: fields === 6 }))
  } catch (error) {
    return fail(`expected a cron pattern like '0 0 9 * * MON-FRI', got '${pattern}': ${reasonOf(error)}`)
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message.replace(/^CronPattern: /, '') : String(error)
