import type { Values } from '../../../api/contract/index.ts'

/** What was typed and not sent. */
export interface Draft {
  readonly values: Values
  /** ISO 8601. */
  readonly savedAt: string
}

/** The one that was written later; the other may be from another device, or from before the connection was lost. */
export function newerDraft(a: Draft | null, b: Draft | null): Draft | null {
  if (a === null || b === null) return a ?? b
  return Date.parse(a.savedAt) >= Date.parse(b.savedAt) ? a : b
}

/** Reads a draft from the browser's storage; null for anything that is none. */
export function parseDraft(text: string | null): Draft | null {
  if (text === null) return null
  try {
    const found: unknown = JSON.parse(text)
    return isDraft(found) ? found : null
  } catch {
    return null // an older version's, or somebody's experiment
  }
}

const isDraft = (found: unknown): found is Draft =>
  typeof found === 'object' &&
  found !== null &&
  'values' in found &&
  typeof found.values === 'object' &&
  found.values !== null &&
  !Array.isArray(found.values) &&
  'savedAt' in found &&
  typeof found.savedAt === 'string' &&
  Number.isFinite(Date.parse(found.savedAt))
