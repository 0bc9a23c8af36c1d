import { getCompany } from '../db/records/company/company.ts'
import type { Reading } from '../db/records/reading.ts'

/** The company's time zone for who cannot wait for the database: the engine asks for it at every transaction. */
export interface CompanyZone {
  /** IANA zone as last read; the computer's own while the company is empty. */
  readonly zone: string
  /** Reads it again; nothing else changes it. */
  refresh(): Promise<void>
}

/** Milliseconds after which an empty company is looked at again: another node may have been asked to set it up. */
const LOOK_AGAIN = 1_000

/** Reads the zone; `now` in epoch milliseconds. */
export async function companyZone(reading: Reading, now: () => number): Promise<CompanyZone> {
  let zone: string | null = null
  let lookedAt = now()
  const refresh = async () => {
    lookedAt = now()
    zone = (await getCompany(reading))?.timeZone ?? null
  }
  await refresh()
  return {
    get zone() {
      // Once there is a company its zone stays, so only who waits for one looks on.
      if (zone === null && now() - lookedAt >= LOOK_AGAIN) void refresh().catch(() => undefined)
      return zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
    },
    refresh,
  }
}
