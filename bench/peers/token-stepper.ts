/**
 * The least that can be called an engine: tokens that move through a graph of integers, and an event for everything
 * that happens to them. No variables, expressions, scopes, retries, or anything that can fail. It is the bound: what an
 * engine costs beyond moving tokens is what it does for people.
 */

/** What an element does with a token: pass it on, wait, join so many, repeat so many times, or end it. */
export interface Node {
  readonly kind: 'pass' | 'wait' | 'join' | 'repeat' | 'end'
  /** Tokens to join, or times to repeat. */
  readonly count: number
  /** Indexes of the elements that follow. */
  readonly next: readonly number[]
}

export interface Token {
  readonly key: number
  readonly at: number
}

export interface TokenEvent {
  readonly type: 'activated' | 'completed' | 'taken'
  readonly key: number
  readonly at: number
}

export interface TokenState {
  lastKey: number
  /** Tokens that wait, by key. */
  readonly waiting: Map<number, Token>
  /** Tokens that have arrived, by join. */
  readonly arrived: Map<number, number>
  ended: boolean
  readonly events: TokenEvent[]
}

/** Starts at element 0 and moves until nothing moves. */
export function startTokens(nodes: readonly Node[]): TokenState {
  const state: TokenState = { lastKey: 0, waiting: new Map(), arrived: new Map(), ended: false, events: [] }
  run(nodes, state, [0])
  return state
}

/** Completes a waiting token. */
export function completeToken(nodes: readonly Node[], state: TokenState, token: Token): void {
  state.waiting.delete(token.key)
  const reached: number[] = []
  leave(nodes[token.at]!, token, state, reached)
  run(nodes, state, reached)
}

function run(nodes: readonly Node[], state: TokenState, reached: number[]): void {
  for (let at = reached.pop(); at !== undefined; at = reached.pop()) {
    const node = nodes[at]!
    const token = { key: ++state.lastKey, at }
    state.events.push({ type: 'activated', key: token.key, at })
    if (goesOn(node, token, state)) leave(node, token, state, reached)
  }
}

function leave(node: Node, { key, at }: Token, state: TokenState, reached: number[]): void {
  state.events.push({ type: 'completed', key, at })
  for (const next of node.next) {
    state.events.push({ type: 'taken', key, at: next })
    reached.push(next)
  }
  if (node.kind === 'end') state.ended = true
}

function goesOn(node: Node, token: Token, state: TokenState): boolean {
  switch (node.kind) {
    case 'pass':
    case 'end':
      return true
    case 'wait':
      state.waiting.set(token.key, token)
      return false
    case 'join':
      return join(node.count, token.at, state)
    case 'repeat':
      repeat(node.count, token.at, state)
      return true
  }
}

function join(count: number, at: number, state: TokenState): boolean {
  const arrived = (state.arrived.get(at) ?? 0) + 1
  state.arrived.set(at, arrived)
  return arrived === count
}

function repeat(count: number, at: number, state: TokenState): void {
  for (let item = 0; item < count; item++) {
    const key = ++state.lastKey
    state.events.push({ type: 'activated', key, at }, { type: 'completed', key, at })
  }
}
