import type { Language, Role, Theme } from '../contract/index.ts'

/** Who asks, as the server knows them at this moment (at most 5 s old). */
export interface Identity {
  /** Login name. */
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly roles: readonly Role[]
  /** Unit ids. */
  readonly units: readonly string[]
  /** Every candidate group whose tasks this person may do: units, roles, and those of the people they stand in for. */
  readonly groups: readonly string[]
  /** IANA zone: decides what "today" is. */
  readonly timeZone: string
  readonly language: Language
  readonly theme: Theme
  readonly session: Session
}

/** What a person was recognised by. When it no longer holds, they are signed out. */
export interface Session {
  /** Family of refresh tokens; null for HTTP Basic. */
  readonly family: string | null
  /** The person's session epoch at that time. */
  readonly epoch: number
}
