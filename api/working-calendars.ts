import { type CalendarBook, readCalendarBook } from '../db/records/calendar/calendar-book.ts'
import { calendarStamp } from '../db/records/calendar/calendar-stamp.ts'
import type { Reading } from '../db/records/reading.ts'
import { compileCalendar, type WorkingCalendar } from '../engine/calendar/index.ts'

/** Calendars for who cannot wait for the database: the engine asks for them within a step. */
export interface WorkingCalendars {
  /** As last read; undefined when there is no such unit or person. */
  calendar(name: string): WorkingCalendar | undefined
  /** Reads them again if they have changed. */
  refresh(): Promise<void>
  /** Refreshes them again and again, as another node may change them. Returns what ends it. */
  watch(onTrouble: (error: unknown) => void): () => void
}

/** Milliseconds: what one node changes holds on all of them within so many. */
const LOOK_AGAIN = 2_500

/** Reads the calendars. They are in this computer's zone while the company is empty. */
export async function workingCalendars(reading: Reading): Promise<WorkingCalendars> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  let stamp = await calendarStamp(reading)
  let book: CalendarBook = await readCalendarBook(reading, timeZone)
  const compiled = new Map<string, WorkingCalendar>()

  const refresh = async () => {
    const now = await calendarStamp(reading)
    if (now === stamp) return
    // In this order: what changes in between is seen as a change the next time.
    book = await readCalendarBook(reading, timeZone)
    stamp = now
    compiled.clear()
  }

  return {
    calendar(name) {
      const known = compiled.get(name)
      if (known) return known
      const definition = book.definitionOf(name)
      const fresh = definition && compileCalendar(definition)
      if (!fresh?.ok) return undefined
      compiled.set(name, fresh.value)
      return fresh.value
    },
    refresh,
    watch(onTrouble) {
      const timer = setInterval(() => void refresh().catch(onTrouble), LOOK_AGAIN)
      timer.unref()
      return () => clearInterval(timer)
    },
  }
}
