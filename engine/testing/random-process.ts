import fc from 'fast-check'
import { type Diagram, diagram } from './diagram.ts'

/** A block of a random process: blocks nest, so every diagram made of them is sound and comes to an end. */
export type Block =
  | { readonly kind: 'user' | 'service' | 'script' | 'manual' | 'message' | 'timer' | 'receive' }
  | { readonly kind: 'sequence'; readonly blocks: readonly Block[] }
  | { readonly kind: 'exclusive' | 'parallel'; readonly branches: readonly Block[] }
  | { readonly kind: 'sub'; readonly block: Block; readonly boundary: Boundary | null; readonly event: Boundary | null }
  | { readonly kind: 'multi'; readonly block: Block; readonly sequential: boolean; readonly size: number; readonly early: boolean }
  | { readonly kind: 'guarded'; readonly work: 'user' | 'service'; readonly boundary: Boundary }

export interface Boundary {
  readonly by: 'timer' | 'message' | 'error'
  readonly interrupting: boolean
  readonly block: Block
}

/** @param depth how deep blocks may nest */
export function randomBlock(depth: number): fc.Arbitrary<Block> {
  const leaf: fc.Arbitrary<Block> = fc.constantFrom(
    ...(['user', 'service', 'script', 'manual', 'message', 'timer', 'receive'] as const).map((kind) => ({ kind })),
  )
  if (depth === 0) return leaf
  const inner = randomBlock(depth - 1)
  const boundary = randomBoundary(inner)
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('sequence' as const), blocks: many(inner, 1, 3) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constantFrom('exclusive' as const, 'parallel' as const),
        branches: many(inner, 2, 3),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('sub' as const),
        block: inner,
        boundary: fc.option(boundary),
        event: fc.option(boundary),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('multi' as const),
        block: inner,
        sequential: fc.boolean(),
        size: fc.integer({ min: 0, max: 3 }),
        early: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('guarded' as const),
        work: fc.constantFrom('user' as const, 'service' as const),
        boundary,
      }),
    },
  )
}

const many = (block: fc.Arbitrary<Block>, minLength: number, maxLength: number) =>
  fc.array(block, { minLength, maxLength })

const randomBoundary = (block: fc.Arbitrary<Block>): fc.Arbitrary<Boundary> =>
  fc
    .record({ by: fc.constantFrom('timer' as const, 'message' as const, 'error' as const), interrupting: fc.boolean(), block })
    .map((one) => (one.by === 'error' ? { ...one, interrupting: true } : one))

/** Draws the block as a process with ids of its own. */
export function draw(block: Block): Diagram {
  const ids = new Ids()
  return drawBlock(diagram('random').start(), block, ids, 'start').end()
}

class Ids {
  private last = 0
  next(kind: string): string {
    return `${kind}${++this.last}`
  }
}

/** Continues from the cursor `at` and leaves the cursor at the block's end. */
function drawBlock(d: Diagram, block: Block, ids: Ids, at: string): Diagram {
  d.from(at)
  return drawers(d, block, ids)
}

function drawers(d: Diagram, block: Block, ids: Ids): Diagram {
  switch (block.kind) {
    case 'user':
      return d.userTask(ids.next('user'))
    case 'service':
      return d.serviceTask(ids.next('service'), 'work')
    case 'script':
      return d.scriptTask(ids.next('script'), '=1 + 1', ids.next('result'))
    case 'manual':
      return d.manualTask(ids.next('manual'))
    case 'message':
      return d.catch(ids.next('message'), { message: ids.next('m'), key: '="k"' })
    case 'timer':
      return d.catch(ids.next('timer'), { duration: 'PT1H' })
    case 'receive':
      return d.receiveTask(ids.next('receive'), ids.next('m'), '="k"')
    case 'sequence':
      return block.blocks.reduce((diagram, one) => drawers(diagram, one, ids), d)
    case 'exclusive':
    case 'parallel':
      return drawBranches(d, block.kind, block.branches, ids)
    case 'sub':
      return drawSub(d, block, ids)
    case 'multi':
      return drawMulti(d, block, ids)
    case 'guarded':
      return drawGuarded(d, block, ids)
  }
}

function drawBranches(d: Diagram, kind: 'exclusive' | 'parallel', branches: readonly Block[], ids: Ids): Diagram {
  const split = ids.next(`${kind}Split`)
  const join = ids.next(`${kind}Join`)
  if (kind === 'exclusive') d.exclusive(split)
  else d.parallel(split)
  branches.forEach((branch, index) => {
    const isLast = index === branches.length - 1
    if (kind === 'parallel') d.from(split)
    else d.from(split, isLast ? { isDefault: true } : { when: `=choice = ${index}` })
    drawers(d, branch, ids)
    if (!isLast) d.to(join)
  })
  return kind === 'exclusive' ? d.exclusive(join) : d.parallel(join)
}

function drawSub(d: Diagram, block: Extract<Block, { kind: 'sub' }>, ids: Ids): Diagram {
  const id = ids.next('sub')
  d.subProcess(id, (inside) => {
    const start = ids.next('start')
    drawers(inside.start(start), block.block, ids).end(ids.next('end'))
    if (block.event) drawEventSubProcess(inside, block.event, ids)
    return inside
  })
  return drawBoundary(d, id, block.boundary, ids)
}

function drawEventSubProcess(d: Diagram, event: Boundary, ids: Ids): void {
  d.eventSubProcess(ids.next('eventSub'), (inside) => {
    const start = ids.next('start')
    const options = { ...triggerOf(event, ids), interrupting: event.interrupting }
    return drawers(inside.start(start, options), event.block, ids).end(ids.next('end'))
  })
}

function drawMulti(d: Diagram, block: Extract<Block, { kind: 'multi' }>, ids: Ids): Diagram {
  const id = ids.next('multi')
  const items = Array.from({ length: block.size }, (_, index) => index)
  return d.subProcess(
    id,
    (inside) => drawers(inside.start(ids.next('start')), block.block, ids).end(ids.next('end')),
    {
      multiInstance: {
        sequential: block.sequential,
        inputCollection: `=${JSON.stringify(items)}`,
        inputElement: 'item',
        outputCollection: ids.next('results'),
        outputElement: '=item',
        ...(block.early ? { completionCondition: '=numberOfCompletedInstances >= 2' } : {}),
      },
    },
  )
}

function drawGuarded(d: Diagram, block: Extract<Block, { kind: 'guarded' }>, ids: Ids): Diagram {
  const id = ids.next('guarded')
  if (block.work === 'user') d.userTask(id)
  else d.serviceTask(id, 'work')
  return drawBoundary(d, id, block.boundary, ids)
}

/** An interrupting boundary flow meets the normal one again; the other kind ends by itself. */
function drawBoundary(d: Diagram, id: string, boundary: Boundary | null, ids: Ids): Diagram {
  if (!boundary) return d
  const meet = ids.next('meet')
  const event = ids.next('boundary')
  d.from(id).exclusive(meet)
  drawers(
    d.boundary(event, id, { ...triggerOf(boundary, ids), interrupting: boundary.interrupting }),
    boundary.block,
    ids,
  )
  if (boundary.interrupting) d.to(meet)
  else d.end(ids.next('end'))
  return d.from(meet)
}

function triggerOf({ by }: Boundary, ids: Ids) {
  if (by === 'timer') return { duration: 'PT1H' }
  if (by === 'message') return { message: ids.next('m'), key: '="k"' }
  return { error: 'E' }
}
