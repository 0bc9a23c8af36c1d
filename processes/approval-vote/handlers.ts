import { defineHandlers } from '../../engine/index.ts'
import { castVote } from './cast-vote.ts'
import { escalateVote } from './escalate-vote.ts'

export const handlers = defineHandlers({
  'cast-vote': castVote,
  'escalate-vote': escalateVote,
})
