import { type Decision, parseDecisions } from '../../engine/dmn/index.ts'
import type { Rows } from '../../engine/ports/rows.ts'

/** Deployed decisions never change; this only bounds a server that sees very many of them. */
const MOST_KEPT = 200
const kept = new Map<number, Promise<Decision>>()

/** The deployed decision, ready to be made. */
export function decisionOfRow(row: Rows['decisions']): Promise<Decision> {
  const known = kept.get(row.key)
  if (known !== undefined) return known
  if (kept.size >= MOST_KEPT) kept.clear()
  const decision = parse(row)
  kept.set(row.key, decision)
  decision.catch(() => kept.delete(row.key))
  return decision
}

async function parse({ xml, decisionId }: Rows['decisions']): Promise<Decision> {
  const model = await parseDecisions(xml)
  const decision = model.ok ? model.value.decisions.find(({ id }) => id === decisionId) : undefined
  if (decision === undefined) throw new Error(`decision ${decisionId} was deployed but no longer parses`)
  return decision
}
