import type { Key } from '../key.ts'
import type { Rows } from '../ports/rows.ts'

type ProcessRow = Rows['processDefinitions']

/** Deployed versions by key and by process id. */
export class ProcessVersions {
  private readonly byKey = new Map<Key, ProcessRow>()
  private readonly byId = new Map<string, ProcessRow[]>()

  get(key: Key): ProcessRow | undefined {
    return this.byKey.get(key)
  }

  add(row: ProcessRow): void {
    if (this.byKey.has(row.key)) return
    this.byKey.set(row.key, row)
    const versions = this.byId.get(row.processId) ?? []
    this.byId.set(row.processId, versions)
    versions.push(row)
    versions.sort((one, other) => other.version - one.version)
  }

  /** The latest version of a process for which `matches` holds. */
  latest(processId: string, matches: (row: ProcessRow) => boolean): ProcessRow | undefined {
    return this.byId.get(processId)?.find(matches)
  }
}
