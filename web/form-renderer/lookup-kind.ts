import type { LookupKind } from '../../api/contract/index.ts'

const kinds: readonly LookupKind[] = ['party', 'contact', 'product', 'person', 'unit', 'lost-reason']

/** What the server can look up for a form's kind of record; null when it knows no such kind. `lost_reason` is `lost-reason`. */
export const lookupKindOf = (record: string): LookupKind | null =>
  kinds.find(
    (kind) =>
      kind ===
      record
        .replaceAll('_', '-')
        .replace(/([a-z])([A-Z])/g, '$1-$2')
        .toLowerCase(),
  ) ?? null
