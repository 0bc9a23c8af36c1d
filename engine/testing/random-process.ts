import { type Diagram, diagram } from './diagram.ts'
import type { Block, Boundary, Guarded, Leaf, MultiBlock, SubBlock, ThrowingBlock } from './random-block.ts'
import { drawBranches } from './random-branches.ts'
import { Ids } from './random-ids.ts'

/** Draws the block as a process with ids of its own. */
export const draw = (block: Block): Diagram => drawBlock(diagram('random').start(), block, new Ids()).end()

/** Continues from where the diagram stands and leaves it at the block's end. */
function drawBlock(d: Diagram, block: Block, ids: Ids): Diagram {
  switch (block.kind) {
    case 'sequence':
      return block.blocks.reduce((diagram, one) => drawBlock(diagram, one, ids), d)
    case 'exclusive':
    case 'parallel':
    case 'inclusive':
    case 'race':
    case 'first':
      return drawBranches(d, block.kind, block.branches, ids, drawBlock)
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
    case 'escalating':
      return drawEscalating(d, block, ids)
    case 'undone':
      return drawUndone(d, block, ids)
    case 'transaction':
      return drawTransaction(d, block, ids)
    case 'adHoc':
      return drawAdHoc(d, block, ids)
    case 'standardLoop':
      return drawLoop(d, block, ids)
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
    case 'signal':
      return d.catch(id, { signal: 'told' })
    case 'condition':
      return d.catch(id, { condition: '=odd' })
    case 'several':
      return d.catch(id, { several: severalTriggers(ids) })
    case 'together':
      return d.catch(id, { several: severalTriggers(ids), parallel: true })
    case 'link':
      return d.throw(ids.next('away'), { link: id }).beside().catch(id, { link: id })
    case 'many':
      return d.manualTask(id, { attributes: { completionQuantity: '2' } }).manualTask(ids.next('pair'), PAIR)
    case 'tellAll':
      // A boundary event that stays must not be told what follows it tells: that would never end.
      return d.throw(id, { several: [{ signal: 'told' }, { escalation: 'nobody' }] })
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

const PAIR = { attributes: { startQuantity: '2' } }

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

function drawEscalating(d: Diagram, { block, caught }: BlockOf<'escalating'>, ids: Ids): Diagram {
  const id = ids.next('escalating')
  const trigger = { escalation: ids.next('G'), interrupting: caught.interrupting }
  around(d, id, ids, (inside) => {
    const thrown = inside.throw(ids.next('up'), { escalation: trigger.escalation })
    drawBlock(thrown, block, ids).end(ids.next('end'), { escalation: trigger.escalation })
    return caught.by === 'event' ? drawEvent(inside, caught.handler, trigger, ids) : inside
  })
  if (caught.by !== 'boundary') return d
  return drawBoundary(d, id, { block: caught.handler, interrupting: caught.interrupting }, ids, trigger)
}

/** An activity that can be undone, then a block, then what undoes it, or everything. */
function drawUndone(d: Diagram, { block, undoes, waits }: BlockOf<'undone'>, ids: Ids): Diagram {
  const id = ids.next('undoable')
  const inside = (inner: Diagram) =>
    drawBlock(inner.start(ids.next('start')), block, ids).end(ids.next('end'))
  d.subProcess(id, inside).compensatedBy(id, ids.next('undo'))
  d.userTask(ids.next('between'))
  if (undoes === 'not') return d
  const activityRef = undoes === 'one' ? ` activityRef="${id}"` : ''
  const event = `<bpmn:compensateEventDefinition${activityRef} waitForCompletion="${waits}"/>`
  return d.throw(ids.next('undoing'), { xml: event })
}

function drawTransaction(d: Diagram, { block, canceled, caught }: BlockOf<'transaction'>, ids: Ids): Diagram {
  const id = ids.next('transaction')
  const paid = ids.next('paid')
  d.transaction(id, (inside) => {
    inside.start(ids.next('start')).userTask(paid).compensatedBy(paid, ids.next('refund'))
    return drawBlock(inside, block, ids).end(ids.next('end'), canceled ? { cancel: true } : {})
  })
  // Without a cancel event nothing would go on after a canceled one.
  if (!caught && !canceled) return d
  const meet = ids.next('meet')
  d.from(id).exclusive(meet).boundary(ids.next('canceled'), id, { cancel: true }).to(meet)
  return d.from(meet)
}

function drawAdHoc(d: Diagram, { block, sequential, cancelRemaining }: BlockOf<'adHoc'>, ids: Ids): Diagram {
  const inside = (inner: Diagram) => {
    const sub = (i: Diagram) => drawBlock(i.start(ids.next('start')), block, ids).end(ids.next('end'))
    return inner
      .subProcess(ids.next('offered'), sub)
      .userTask(ids.next('then'))
      .beside()
      .userTask(ids.next('offered'))
  }
  return d.adHoc(ids.next('adHoc'), inside, { sequential, cancelRemaining, completionCondition: '=odd' })
}

const drawLoop = (d: Diagram, { block, maximum, testBefore }: BlockOf<'standardLoop'>, ids: Ids): Diagram =>
  around(d, ids.next('loop'), ids, (inside) => drawBlock(inside, block, ids).end(ids.next('end')), {
    standardLoop: { maximum, testBefore, condition: '=not(odd)' },
  })

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>

const severalTriggers = (ids: Ids) => [{ message: ids.next('m'), key: '="k"' }, { signal: 'news' }]

function triggerOf({ by }: Boundary, ids: Ids) {
  switch (by) {
    case 'timer':
      return { duration: 'PT1H' }
    case 'cycle':
      return { cycle: 'R2/PT1H' }
    case 'message':
      return { message: ids.next('m'), key: '="k"' }
    case 'error':
      return { error: 'E' }
    case 'signal':
      return { signal: 'news' }
    case 'condition':
      return { condition: '=odd' }
    case 'several':
      return { several: severalTriggers(ids) }
    case 'together':
      return { several: severalTriggers(ids), parallel: true }
  }
}
