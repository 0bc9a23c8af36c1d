import { ok } from '../../../engine/result.ts'
import { type Product, productsById } from '../product/product.ts'
import type { Change } from '../reading.ts'
import { type Outcome, problem } from '../record-problem.ts'
import { changeOpportunity, type OpportunityEdit, type OpportunityTarget } from './change-opportunity.ts'
import { contentOf, type ItemContent, type ItemLine } from './item-line.ts'
import type { ItemStatus } from './item-status.ts'
import type { Opportunity, OpportunityItem } from './opportunity.ts'

const mostLines = 200
/** While they are sourced, and once ordered or given up, lines are no longer a matter of a form. */
const editable: readonly ItemStatus[] = ['draft', 'approval', 'approved', 'answered', 'quoted']

/**
 * The deal's lines are now those of the grid, in its order. What was approved and differs is a draft again; a line left
 * out is deleted; ordered, sourced and given-up lines stay as they are, in the grid or not.
 * Fails with `bad_line`, `too_many_lines`, `item_not_found`, `item_locked`, or as `changeOpportunity` does.
 */
export async function replaceItems(
  change: Change,
  target: OpportunityTarget,
  lines: readonly ItemLine[],
): Promise<Outcome<Opportunity>> {
  if (lines.length > mostLines)
    return problem('too_many_lines', `Expected up to ${mostLines} lines, got ${lines.length}.`)
  const ids = lines.flatMap(({ productId }) => (productId ? [productId] : []))
  const products = await productsById(change, ids)
  return changeOpportunity(change, target, (opportunity) => replaced(opportunity, lines, products))
}

/** The edit itself, without a database. */
export function replaced(
  opportunity: Opportunity,
  lines: readonly ItemLine[],
  products: ReadonlyMap<number, Pick<Product, 'name' | 'unit'>>,
): Outcome<OpportunityEdit> {
  const items: OpportunityItem[] = []
  for (const [index, line] of lines.entries()) {
    const content = contentOf(line, index + 1, products.get(line.productId ?? 0), opportunity.currency)
    if (!content.ok) return content
    const item = merged(opportunity, line, content.value, index + 1)
    if (!item.ok) return item
    if (items.some(({ id }) => id !== 0 && id === item.value.id)) return unknownItem(item.value.id)
    items.push(item.value)
  }
  const kept = opportunity.items.filter(
    ({ id, status }) => !editable.includes(status) && !items.some((item) => item.id === id),
  )
  const behind = kept.map((item, index) => at(item, items.length + index + 1))
  return ok({ action: 'replace-items', items: [...items, ...behind] })
}

function merged(
  { items }: Opportunity,
  line: ItemLine,
  content: ItemContent,
  position: number,
): Outcome<OpportunityItem> {
  if (!line.id)
    return ok({
      id: 0,
      version: 0,
      ...content,
      position,
      status: 'draft',
      orderedAt: null,
      lostReasonId: null,
    })
  const old = items.find(({ id }) => id === line.id)
  if (old === undefined) return unknownItem(line.id)
  if (sameContent(old, content)) return ok(at(old, position))
  if (!editable.includes(old.status))
    return problem('item_locked', `Line ${position} is ${old.status} and can't be changed.`, {
      id: old.id,
      status: old.status,
    })
  return ok({ ...old, ...content, position, status: old.status === 'approval' ? 'approval' : 'draft' })
}

const unknownItem = (id: number) =>
  problem('item_not_found', `The deal has no item ${id}, or the grid has it twice: load it again.`, { id })

/** The same object when nothing changes: what is the same object is not written. */
const at = (item: OpportunityItem, position: number): OpportunityItem =>
  item.position === position ? item : { ...item, position }

const sameContent = (old: OpportunityItem, content: ItemContent): boolean =>
  Object.entries(content).every(([name, value]) => Reflect.get(old, name) === value)
