import { candidateRules } from './store/candidates.ts'
import { nodeRules } from './store/nodes.ts'
import { readingRules } from './store/reading.ts'
import { recordRules } from './store/records.ts'
import { eachWithStore, type MakeStore } from './store/store-under-test.ts'
import { writingRules } from './store/writing.ts'

/**
 * What every store must do, as numbered rules: ST1–12 writing, ST20–25 reading, ST30–33 candidates of tasks, ST40–47
 * nodes, ST50–54 records (`withRecords`). `makeStore` gives a store on fresh, empty data for each test.
 */
export function storeConformance(name: string, makeStore: MakeStore, withRecords = false): void {
  describe(`${name} keeps the rules of the store port`, () => {
    const made = eachWithStore(makeStore)
    describe('writing', () => writingRules(made))
    describe('reading', () => readingRules(made))
    describe('candidates of tasks', () => candidateRules(made))
    describe('nodes', () => nodeRules(made))
    if (withRecords) describe('records', () => recordRules(made))
  })
}
