import type { Diagram } from './diagram.ts'
import type { FlowOptions } from './diagram-options.ts'
import type { Block, BranchKind } from './random-block.ts'
import type { Ids } from './random-ids.ts'

/** Branches between a gateway that splits and one that joins, so that the whole has one way in and one out. */
export function drawBranches(
  d: Diagram,
  kind: BranchKind,
  branches: readonly Block[],
  ids: Ids,
  drawBlock: (d: Diagram, block: Block, ids: Ids) => Diagram,
): Diagram {
  const split = ids.next(`${kind}Split`)
  const join = ids.next(`${kind}Join`)
  drawSplit(d, kind, split)
  branches.forEach((branch, index) => {
    const isLast = index === branches.length - 1
    d.from(split, wayOut(kind, index, isLast))
    if (kind === 'race') d.catch(ids.next('event'), index === 0 ? { signal: 'news' } : { duration: 'PT1H' })
    drawBlock(d, branch, ids)
    if (!isLast) d.to(join)
  })
  return drawJoin(d, kind, join)
}

function drawSplit(d: Diagram, kind: BranchKind, id: string): void {
  if (kind === 'exclusive') d.exclusive(id)
  else if (kind === 'inclusive') d.inclusive(id)
  else if (kind === 'race') d.eventBased(id)
  else d.parallel(id)
}

function wayOut(kind: BranchKind, index: number, isLast: boolean): FlowOptions {
  if (kind === 'exclusive') return isLast ? { isDefault: true } : { when: `=choice = ${index}` }
  if (kind === 'inclusive') return isLast ? { isDefault: true } : { when: `=choice >= ${index}` }
  return {}
}

function drawJoin(d: Diagram, kind: BranchKind, id: string): Diagram {
  if (kind === 'exclusive' || kind === 'race') return d.exclusive(id)
  if (kind === 'inclusive') return d.inclusive(id)
  return kind === 'first' ? d.complex(id, '=activationCount >= 1') : d.parallel(id)
}
