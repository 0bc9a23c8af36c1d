import type { ElementInstance } from './instance-state.ts'

/**
 * Of an ad-hoc sub-process: what is active may end, and nobody begins anything any more; nor in one that had completed and is
 * entered again to undo what was done in it. [AH3] [ES4] [CO4]
 */
export const beginsNothing = ({ extra }: Pick<ElementInstance, 'extra'>): boolean =>
  extra?.mode === 'closing' || extra?.mode === 'completing' || extra?.mode === 'shell'
