import type { Outcome } from '../../forms/index.ts'
import { inOrder, primaryOutcome } from './primary-outcome.ts'

const outcome = (name: string, marks: Partial<Outcome> = {}): Outcome => ({
  outcome: name,
  label: name,
  name,
  texts: { label: { base: [name], byLanguage: new Map() } },
  primary: false,
  destructive: false,
  requires: [],
  path: `#${name}`,
  ...marks,
})

describe('primaryOutcome', () => {
  test.each([
    ['the marked one', [outcome('return'), outcome('approve', { primary: true })], 'approve'],
    ['the first when none is marked', [outcome('return'), outcome('approve')], 'return'],
    [
      'never a destructive one, even when it is marked',
      [outcome('reject', { destructive: true, primary: true }), outcome('approve')],
      'approve',
    ],
    ['none when all are destructive', [outcome('reject', { destructive: true })], undefined],
  ])('is %s', (_name, outcomes, chosen) => {
    expect(primaryOutcome(outcomes)?.outcome).toBe(chosen)
  })
})

describe('inOrder', () => {
  test('puts the destructive one farthest from the primary one', () => {
    const approve = outcome('approve', { primary: true })
    const all = [approve, outcome('return'), outcome('reject', { destructive: true })]
    expect(inOrder(all, approve).map((item) => item.outcome)).toEqual(['reject', 'return', 'approve'])
  })
})
