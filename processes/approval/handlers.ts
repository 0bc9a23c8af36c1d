import { defineHandlers } from '../../engine/index.ts'
import { autoApprove } from './auto-approve.ts'
import { closeRound } from './close-round.ts'
import { openRound } from './open-round.ts'
import { prepareRound } from './prepare-round.ts'
import { saveCorrection } from './save-correction.ts'

export const handlers = defineHandlers({
  'prepare-round': prepareRound,
  'auto-approve': autoApprove,
  'open-round': openRound,
  'close-round': closeRound,
  'save-correction': saveCorrection,
})
