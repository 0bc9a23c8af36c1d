import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Decision, parseDecisions } from '../../engine/dmn/index.ts'
import { toJson } from '../../engine/feel/index.ts'

let matrix: Decision | undefined
beforeAll(async () => {
  const text = readFileSync(join(import.meta.dirname, 'approval-matrix.dmn'), 'utf8')
  const model = await parseDecisions(text)
  if (!model.ok) throw new Error(JSON.stringify(model.error))
  matrix = model.value.decisions.find(({ id }) => id === 'approval-matrix')
})

const usual = { currency: 'EUR', amount: 600_000, maxDiscount: 0, customerClass: 'C', margin: 3_000 }
const management = ['sales-management']
const both = ['sales-management', 'finance']

test.each<[string, Partial<Record<keyof typeof usual, unknown>>, readonly string[], string, number, string]>([
  ['a small deal', { amount: 100_000, maxDiscount: 200, margin: 1_500 }, [], 'serial', 0, 'none'],
  ['a cent more', { amount: 100_001 }, management, 'serial', 0, 'standard'],
  ['a small deal at little margin', { amount: 100_000, margin: 1_499 }, management, 'serial', 0, 'standard'],
  ['a small amount of another currency', { currency: 'IRR', amount: 5 }, management, 'serial', 0, 'standard'],
  ['a key account', { amount: 500_000, maxDiscount: 500, customerClass: 'A' }, [], 'serial', 0, 'none'],
  ['an unknown cost', { margin: null }, both, 'parallel', 1, 'cost'],
  ['hardly any margin', { margin: 499 }, both, 'serial', 0, 'margin'],
  ['a loss', { amount: 1_000, margin: -200 }, both, 'serial', 0, 'margin'],
  ['a steep discount', { maxDiscount: 1_501 }, both, 'parallel', 0, 'discount'],
  ['a large deal', { amount: 10_000_001 }, both, 'serial', 0, 'amount'],
  [
    'a discount for a key account',
    { maxDiscount: 1_001, customerClass: 'A' },
    both,
    'parallel',
    1,
    'discount',
  ],
  ['the same for another', { maxDiscount: 1_001 }, management, 'serial', 0, 'discount'],
  ['an ordinary deal', {}, management, 'serial', 0, 'standard'],
])('%s', (_what, given, approvers, mode, quorum, because) => {
  const inputs: Record<string, unknown> = { ...usual, ...given }
  const made = matrix?.evaluate((name) => inputs[name], { now: 0, zone: 'UTC' })
  if (!made?.ok) throw new Error(JSON.stringify(made))
  expect(toJson(made.value.output)).toEqual({ approvers, mode, quorum, because })
})
