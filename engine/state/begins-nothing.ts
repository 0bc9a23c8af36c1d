import type { ElementInstance } from './instance-state.ts'

/** Of an ad-hoc sub-process: what is active may end, and nobody begins anything any more. [AH3] [ES4] */
export const beginsNothing = ({ extra }: Pick<ElementInstance, 'extra'>): boolean =>
  extra?.mode === 'closing' || extra?.mode === 'completing'
