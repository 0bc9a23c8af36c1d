/**
 * The least that can be called an engine: integers for elements, a counter for joins, no variables, no keys, no
 * history, no errors. It is the bound: what an engine costs beyond moving tokens is what it does for people.
 */

/** What an element does with a token: pass it on, wait, fork, join so many, repeat so many times, or end it. */
export interface Node {
  readonly kind: 'pass' | 'wait' | 'join' | 'repeat' | 'end'
  /** Tokens to join, or times to repeat. */
  readonly count: number
  /** Indexes of the elements that follow. */
  readonly next: readonly number[]
}

export interface TokenState {
  /** Elements at which tokens wait. */
  readonly waiting: number[]
  /** Tokens that have arrived, by join. */
  readonly arrived: number[]
  ended: boolean
  /** What happened: the element reached, in order. */
  readonly events: number[]
}

/** Starts at element 0 and moves until nothing moves. */
export function startTokens(nodes: readonly Node[]): TokenState {
  const state: TokenState = { waiting: [], arrived: [], ended: false, events: [] }
  move(nodes, state, [0])
  return state
}

/** Completes what waits, in the order of arrival. */
export function completeWaiting(nodes: readonly Node[], state: TokenState): void {
  const at = state.waiting.shift()
  if (at !== undefined) move(nodes, state, [...nodes[at]!.next])
}

function move(nodes: readonly Node[], state: TokenState, tokens: number[]): void {
  for (let at = tokens.pop(); at !== undefined; at = tokens.pop()) {
    const node = nodes[at]!
    state.events.push(at)
    if (arrive(node, at, state)) for (const next of node.next) tokens.push(next)
  }
}

/** Whether the token goes on. */
function arrive(node: Node, at: number, state: TokenState): boolean {
  switch (node.kind) {
    case 'pass':
      return true
    case 'wait':
      state.waiting.push(at)
      return false
    case 'join':
      state.arrived[at] = (state.arrived[at] ?? 0) + 1
      return state.arrived[at] === node.count
    case 'repeat':
      for (let item = 0; item < node.count; item++) state.events.push(at)
      return true
    case 'end':
      state.ended = true
      return false
  }
}
