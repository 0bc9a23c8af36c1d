import { defineHandlers } from '../../engine/index.ts'
import { applyApproval } from './apply-approval.ts'
import { cancelItems } from './cancel-items.ts'
import { checkStalled } from './check-stalled.ts'
import { closeOpportunity } from './close-opportunity.ts'
import { loseAllItems } from './lose-all-items.ts'
import { openOpportunity } from './open-opportunity.ts'
import { recordDecision } from './record-decision.ts'
import { returnToDraft } from './return-to-draft.ts'
import { saveItems } from './save-items.ts'

export const handlers = defineHandlers({
  'open-opportunity': openOpportunity,
  'save-items': saveItems,
  'apply-approval': applyApproval,
  'record-decision': recordDecision,
  'return-to-draft': returnToDraft,
  'check-stalled': checkStalled,
  'lose-all-items': loseAllItems,
  'cancel-items': cancelItems,
  'close-opportunity': closeOpportunity,
})
