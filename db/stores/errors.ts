/** Settings of the database can lose an acknowledged commit when the power fails. */
export class UnsafeDatabase extends Error {
  readonly code = 'unsafe_database'
  constructor(setting: string, got: string, expected: string, remedy: string) {
    super(`expected ${setting} = ${expected}, got ${got}: an acknowledged command could be lost; ${remedy}`)
    this.name = 'UnsafeDatabase'
  }
}
