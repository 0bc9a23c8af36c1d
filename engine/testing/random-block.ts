import fc from 'fast-check'

/** A block of a random process: blocks nest, so every diagram made of them is sound and comes to an end. */
export type Block =
  | { readonly kind: Leaf }
  | { readonly kind: 'sequence'; readonly blocks: readonly Block[] }
  | { readonly kind: BranchKind; readonly branches: readonly Block[] }
  | SubBlock
  | MultiBlock
  | { readonly kind: 'guarded'; readonly work: Guarded; readonly boundary: Boundary }
  | { readonly kind: 'terminating'; readonly first: Block; readonly beside: Block }
  | ThrowingBlock
  | { readonly kind: 'escalating'; readonly block: Block; readonly caught: Caught }
  | {
      readonly kind: 'undone'
      readonly block: Block
      readonly undoes: 'all' | 'one' | 'not'
      readonly waits: boolean
    }
  | {
      readonly kind: 'transaction'
      readonly block: Block
      readonly canceled: boolean
      readonly caught: boolean
    }
  | {
      readonly kind: 'adHoc'
      readonly block: Block
      readonly sequential: boolean
      readonly cancelRemaining: boolean
    }
  | {
      readonly kind: 'standardLoop'
      readonly block: Block
      readonly maximum: number
      readonly testBefore: boolean
    }

/** How branches are split and joined: `race` by events, `first` by a complex gateway that goes on with the first token. */
const BRANCHES = ['exclusive', 'parallel', 'inclusive', 'race', 'first'] as const
export type BranchKind = (typeof BRANCHES)[number]

/** How an escalation is caught. */
export interface Caught {
  readonly by: 'boundary' | 'event' | 'nobody'
  readonly interrupting: boolean
  readonly handler: Block
}

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
  'signal',
  'condition',
  'several',
  'together',
  'link',
  'many',
  'tellAll',
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
  readonly by: (typeof TRIGGERS)[number]
  readonly interrupting: boolean
  readonly block: Block
}

const TRIGGERS = ['timer', 'cycle', 'message', 'error', 'signal', 'condition', 'several', 'together'] as const

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
    { weight: 4, arbitrary: randomOfTheStandard(inner) },
  )
}

const many = (block: fc.Arbitrary<Block>, minLength: number, maxLength: number) =>
  fc.array(block, { minLength, maxLength })

const randomBranches = (inner: fc.Arbitrary<Block>) =>
  fc.record({ kind: fc.constantFrom(...BRANCHES), branches: many(inner, 2, 3) })

/** Escalations, compensation, transactions, ad-hoc sub-processes and standard loops. */
const randomOfTheStandard = (block: fc.Arbitrary<Block>): fc.Arbitrary<Block> =>
  fc.oneof(
    fc.record({
      kind: fc.constant('escalating' as const),
      block,
      caught: fc.record({
        by: fc.constantFrom('boundary' as const, 'event' as const, 'nobody' as const),
        interrupting: fc.boolean(),
        handler: block,
      }),
    }),
    fc.record({
      kind: fc.constant('undone' as const),
      block,
      undoes: fc.constantFrom('all' as const, 'one' as const, 'not' as const),
      waits: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('transaction' as const),
      block,
      canceled: fc.boolean(),
      caught: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('adHoc' as const),
      block,
      sequential: fc.boolean(),
      cancelRemaining: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('standardLoop' as const),
      block,
      maximum: fc.integer({ min: 0, max: 3 }),
      testBefore: fc.boolean(),
    }),
  )

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
      by: fc.constantFrom(...TRIGGERS),
      interrupting: fc.boolean(),
      block,
    })
    .map((one) => ({ ...one, interrupting: one.by === 'error' || (one.by !== 'cycle' && one.interrupting) }))
