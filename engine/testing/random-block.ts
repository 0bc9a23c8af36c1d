import fc from 'fast-check'

/** A block of a random process: blocks nest, so every diagram made of them is sound and comes to an end. */
export type Block =
  | { readonly kind: Leaf }
  | { readonly kind: 'sequence'; readonly blocks: readonly Block[] }
  | { readonly kind: 'exclusive' | 'parallel'; readonly branches: readonly Block[] }
  | SubBlock
  | MultiBlock
  | { readonly kind: 'guarded'; readonly work: Guarded; readonly boundary: Boundary }
  | { readonly kind: 'terminating'; readonly first: Block; readonly beside: Block }
  | ThrowingBlock

/** `doubtful…` can't go on before the variable `mended` is true. */
const LEAVES = [
  'user',
  'mapped',
  'service',
  'script',
  'manual',
  'message',
  'timer',
  'receive',
  'call',
  'doubtfulTask',
  'doubtfulTimer',
  'doubtfulChoice',
] as const
export type Leaf = (typeof LEAVES)[number]

const GUARDED = ['user', 'service', 'call', 'doubtfulTask'] as const
export type Guarded = (typeof GUARDED)[number]

export interface SubBlock {
  readonly kind: 'sub'
  readonly block: Block
  readonly boundary: Boundary | null
  readonly event: Boundary | null
  /** It can leave once `mended` is true. */
  readonly doubtful: boolean
}

export interface MultiBlock {
  readonly kind: 'multi'
  readonly block: Block
  readonly sequential: boolean
  readonly size: number
  readonly early: boolean
  /** Its collection can be read once `mended` is true. */
  readonly doubtful: boolean
}

/** An error end event, some sub-processes deep, and the event that catches what it throws. */
export interface ThrowingBlock {
  readonly kind: 'throwing'
  readonly before: Block
  /** Sub-processes between the end event and the catching one. */
  readonly depth: number
  readonly caughtBy: 'boundary' | 'event'
  readonly everyCode: boolean
  readonly handler: Block
}

export interface Boundary {
  readonly by: 'timer' | 'cycle' | 'message' | 'error'
  readonly interrupting: boolean
  readonly block: Block
}

/** @param depth how deep blocks may nest */
export function randomBlock(depth: number): fc.Arbitrary<Block> {
  const leaf = fc.record({ kind: fc.constantFrom(...LEAVES) })
  if (depth === 0) return leaf
  const inner = randomBlock(depth - 1)
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('sequence' as const), blocks: many(inner, 1, 3) }),
    },
    { weight: 3, arbitrary: randomBranches(inner) },
    { weight: 2, arbitrary: randomSub(inner) },
    { weight: 2, arbitrary: randomMulti(inner) },
    { weight: 2, arbitrary: randomGuarded(inner) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('terminating' as const), first: inner, beside: inner }),
    },
    { weight: 1, arbitrary: randomThrowing(inner) },
  )
}

const many = (block: fc.Arbitrary<Block>, minLength: number, maxLength: number) =>
  fc.array(block, { minLength, maxLength })

const randomBranches = (inner: fc.Arbitrary<Block>) =>
  fc.record({ kind: fc.constantFrom('exclusive' as const, 'parallel' as const), branches: many(inner, 2, 3) })

const randomSub = (inner: fc.Arbitrary<Block>) =>
  fc.record({
    kind: fc.constant('sub' as const),
    block: inner,
    boundary: fc.option(randomBoundary(inner)),
    event: fc.option(randomBoundary(inner)),
    doubtful: fc.boolean(),
  })

const randomMulti = (inner: fc.Arbitrary<Block>) =>
  fc.record({
    kind: fc.constant('multi' as const),
    block: inner,
    sequential: fc.boolean(),
    size: fc.integer({ min: 0, max: 3 }),
    early: fc.boolean(),
    doubtful: fc.boolean(),
  })

const randomGuarded = (inner: fc.Arbitrary<Block>) =>
  fc.record({
    kind: fc.constant('guarded' as const),
    work: fc.constantFrom(...GUARDED),
    boundary: randomBoundary(inner),
  })

const randomThrowing = (inner: fc.Arbitrary<Block>) =>
  fc.record({
    kind: fc.constant('throwing' as const),
    before: inner,
    depth: fc.integer({ min: 0, max: 2 }),
    caughtBy: fc.constantFrom('boundary' as const, 'event' as const),
    everyCode: fc.boolean(),
    handler: inner,
  })

/** An error always interrupts, a cycle never does. */
const randomBoundary = (block: fc.Arbitrary<Block>): fc.Arbitrary<Boundary> =>
  fc
    .record({
      by: fc.constantFrom('timer' as const, 'cycle' as const, 'message' as const, 'error' as const),
      interrupting: fc.boolean(),
      block,
    })
    .map((one) => ({ ...one, interrupting: one.by === 'error' || (one.by !== 'cycle' && one.interrupting) }))
