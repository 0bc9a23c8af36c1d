import { type Diagram, diagram } from './diagram.ts'
import type { Block, Boundary, Guarded, Leaf, MultiBlock, SubBlock, ThrowingBlock } from './random-block.ts'

/** Draws the block as a process with ids of its own. */
export const draw = (block: Block): Diagram => drawBlock(diagram('random').start(), block, new Ids()).end()

class Ids {
  private last = 0
  next(kind: string): string {
    return `${kind}${++this.last}`
  }
}

/** Continues from where the diagram stands and leaves it at the block's end. */
function drawBlock(d: Diagram, block: Block, ids: Ids): Diagram {
  switch (block.kind) {
    case 'sequence':
      return block.blocks.reduce((diagram, one) => drawBlock(diagram, one, ids), d)
    case 'exclusive':
    case 'parallel':
      return drawBranches(d, block.kind, block.branches, ids)
    case 'sub':
      return drawSub(d, block, ids)
    case 'multi':
      return drawMulti(d, block, ids)
    case 'guarded':
      return drawGuarded(d, block.work, block.boundary, ids)
    case 'terminating':
      return drawTerminating(d, block.first, block.beside, ids)
    case 'throwing':
      return drawThrowing(d, block, ids)
    default:
      return drawLeaf(d, block.kind, ids.next(block.kind), ids)
  }
}

function drawLeaf(d: Diagram, kind: Leaf, id: string, ids: Ids): Diagram {
  switch (kind) {
    case 'user':
      return d.userTask(id)
    case 'mapped':
      return d.userTask(id, { inputs: { given: '=1' }, outputs: { [ids.next('made')]: '=given + 1' } })
    case 'service':
      return d.serviceTask(id, 'work')
    case 'script':
      return d.scriptTask(id, '=1 + 1', ids.next('result'))
    case 'manual':
      return d.manualTask(id)
    case 'message':
      return d.catch(id, { message: ids.next('m'), key: '="k"' })
    case 'timer':
      return d.catch(id, { duration: 'PT1H' })
    case 'receive':
      return d.receiveTask(id, ids.next('m'), '="k"')
    case 'call':
      return d.callActivity(id, 'other')
    case 'doubtfulTask':
      return d.userTask(id, { inputs: { owner: '=if mended then "mina" else 5' }, assignee: '=owner' })
    case 'doubtfulTimer':
      return d.catch(id, { duration: '=if mended then "PT1H" else 5' })
    case 'doubtfulChoice':
      return leaveDoubtfully(d.exclusive(id), id, ids)
  }
}

/** By a condition that is neither true nor false at first. */
function leaveDoubtfully(d: Diagram, id: string, ids: Ids): Diagram {
  const meet = ids.next('meet')
  d.from(id, { when: '=mended' }).exclusive(meet)
  return d.from(id, { isDefault: true }).manualTask(ids.next('never')).to(meet).from(meet)
}

function drawBranches(
  d: Diagram,
  kind: 'exclusive' | 'parallel',
  branches: readonly Block[],
  ids: Ids,
): Diagram {
  const split = ids.next(`${kind}Split`)
  const join = ids.next(`${kind}Join`)
  if (kind === 'exclusive') d.exclusive(split)
  else d.parallel(split)
  branches.forEach((branch, index) => {
    const isLast = index === branches.length - 1
    if (kind === 'parallel') d.from(split)
    else d.from(split, isLast ? { isDefault: true } : { when: `=choice = ${index}` })
    drawBlock(d, branch, ids)
    if (!isLast) d.to(join)
  })
  return kind === 'exclusive' ? d.exclusive(join) : d.parallel(join)
}

/** A sub-process with this inside, begun and ended. */
const around = (d: Diagram, id: string, ids: Ids, inside: (d: Diagram) => Diagram, options = {}): Diagram =>
  d.subProcess(id, (inner) => inside(inner.start(ids.next('start'))), options)

function drawSub(d: Diagram, { block, boundary, event, doubtful }: SubBlock, ids: Ids): Diagram {
  const id = ids.next('sub')
  around(d, id, ids, (inside) => {
    drawBlock(inside, block, ids).end(ids.next('end'))
    return event
      ? drawEvent(inside, event.block, { ...triggerOf(event, ids), interrupting: event.interrupting }, ids)
      : inside
  })
  if (boundary) return drawBoundary(d, id, boundary, ids, triggerOf(boundary, ids))
  return doubtful ? leaveDoubtfully(d, id, ids) : d
}

function drawEvent(d: Diagram, block: Block, trigger: object, ids: Ids): Diagram {
  return d.eventSubProcess(ids.next('eventSub'), (inside) =>
    drawBlock(inside.start(ids.next('start'), trigger), block, ids).end(ids.next('end')),
  )
}

function drawMulti(d: Diagram, { block, sequential, size, early, doubtful }: MultiBlock, ids: Ids): Diagram {
  const items = JSON.stringify(Array.from({ length: size }, (_, index) => index))
  const multiInstance = {
    sequential,
    inputCollection: doubtful ? `=if mended then ${items} else 5` : `=${items}`,
    inputElement: 'item',
    outputCollection: ids.next('results'),
    outputElement: '=item',
    ...(early ? { completionCondition: '=numberOfCompletedInstances >= 2' } : {}),
  }
  const inside = (inner: Diagram) => drawBlock(inner, block, ids).end(ids.next('end'))
  return around(d, ids.next('multi'), ids, inside, { multiInstance })
}

function drawGuarded(d: Diagram, work: Guarded, boundary: Boundary, ids: Ids): Diagram {
  const id = ids.next('guarded')
  return drawBoundary(drawLeaf(d, work, id, ids), id, boundary, ids, triggerOf(boundary, ids))
}

/** An interrupting boundary flow meets the normal one again; the other kind ends by itself. */
function drawBoundary(
  d: Diagram,
  id: string,
  { block, interrupting }: Pick<Boundary, 'block' | 'interrupting'>,
  ids: Ids,
  trigger: object,
): Diagram {
  const meet = ids.next('meet')
  d.from(id).exclusive(meet)
  drawBlock(d.boundary(ids.next('boundary'), id, { ...trigger, interrupting }), block, ids)
  if (interrupting) d.to(meet)
  else d.end(ids.next('end'))
  return d.from(meet)
}

/** Two branches; whatever runs beside the first ends when that has ended. */
function drawTerminating(d: Diagram, first: Block, beside: Block, ids: Ids): Diagram {
  return around(d, ids.next('sub'), ids, (inside) => {
    const fork = ids.next('fork')
    drawBlock(inside.parallel(fork), first, ids).end(ids.next('stop'), { terminate: true })
    return drawBlock(inside.from(fork), beside, ids).end(ids.next('end'))
  })
}

function drawThrowing(
  d: Diagram,
  { before, depth, caughtBy, everyCode, handler }: ThrowingBlock,
  ids: Ids,
): Diagram {
  const id = ids.next('catching')
  const code = ids.next('F')
  const trigger = { error: everyCode ? (true as const) : code }
  const thrower = (inside: Diagram, levels: number): Diagram =>
    levels === 0
      ? drawBlock(inside, before, ids).end(ids.next('failed'), { error: code })
      : around(inside, ids.next('sub'), ids, (deeper) => thrower(deeper, levels - 1)).end(ids.next('end'))
  around(d, id, ids, (inside) => {
    thrower(inside, depth)
    return caughtBy === 'event' ? drawEvent(inside, handler, trigger, ids) : inside
  })
  return caughtBy === 'boundary'
    ? drawBoundary(d, id, { block: handler, interrupting: true }, ids, trigger)
    : d
}

function triggerOf({ by }: Boundary, ids: Ids) {
  if (by === 'timer') return { duration: 'PT1H' }
  if (by === 'cycle') return { cycle: 'R2/PT1H' }
  if (by === 'message') return { message: ids.next('m'), key: '="k"' }
  return { error: 'E' }
}
