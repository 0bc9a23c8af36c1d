import type { Case, Step } from '../pack/pack.ts'
import { type Casework, caseworkOf } from '../preparing/casework.ts'

/** A case of a pack as a test needs it; what is not given is empty. */
export const aCase = (given: Partial<Case> = {}): Case => ({
  id: 'one',
  source: 'here',
  core: true,
  clean: true,
  files: ['one.bpmn'],
  features: [],
  tags: [],
  sourceTest: '',
  scenarios: [{ name: 'it runs', steps: [{ op: 'start' }] }],
  ...given,
})

/** What a scenario of these steps asks. */
export const casework = (steps: readonly Step[] = [], given: Partial<Case> = {}): Casework =>
  caseworkOf(aCase(given), { name: 'it runs', steps: [...steps] })
