import { createHash } from 'node:crypto'
import { candidateOf } from './candidates.ts'

/** A set of candidates; every open task is offered to exactly one, so tasks counted by pool are counted once. */
export interface Pool {
  readonly id: number
  readonly candidates: readonly string[]
}

/** Hex digits of a hash that a number holds exactly: 52 bits. A million pools collide with a chance of 1 in 9,000. */
const DIGITS = 13
/** Diagrams name few sets of candidates; past this, people are named by name, and there is no end to them. */
const KEPT = 10_000

const known = new Map<string, Pool>()

/** The pool of a task's candidates, given as the JSON arrays of its row. */
export function poolOf(candidateGroups: string, candidateUsers: string): Pool {
  const asked = `${candidateGroups}\n${candidateUsers}`
  const pool = known.get(asked) ?? makePool(candidateGroups, candidateUsers)
  if (known.size >= KEPT) known.clear()
  known.set(asked, pool)
  return pool
}

function makePool(candidateGroups: string, candidateUsers: string): Pool {
  const candidates = [
    ...new Set([
      ...idsIn(candidateGroups).map((id) => candidateOf('candidateGroups', id)),
      ...idsIn(candidateUsers).map((id) => candidateOf('candidateUsers', id)),
    ]),
  ].sort()
  // No id holds a NUL: neither database would take it.
  const hash = createHash('sha256').update(candidates.join('\0')).digest('hex')
  return { id: Number.parseInt(hash.slice(0, DIGITS), 16), candidates }
}

const idsIn = (json: string): string[] => JSON.parse(json) as string[] // rows.ts: JSON array of ids
