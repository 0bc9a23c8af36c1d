import type { Node } from './token-stepper.ts'

const pass = (...next: number[]): Node => ({ kind: 'pass', count: 0, next })
const end: Node = { kind: 'end', count: 0, next: [] }
const sequence = (length: number): Node[] => Array.from({ length }, (_, at) => pass(at + 1))

/** The patterns of `diagrams.ts`, element by element, in the same order. */
export const stepperPatterns: readonly (readonly Node[])[] = [
  [pass(1), pass(2), end],
  [pass(1), { kind: 'wait', count: 0, next: [2] }, end],
  [pass(1), pass(2, 3, 4, 5), pass(6), pass(6), pass(6), pass(6), { kind: 'join', count: 4, next: [7] }, end],
  [...sequence(11), end],
  [pass(1), { kind: 'repeat', count: 20, next: [2] }, end],
]
