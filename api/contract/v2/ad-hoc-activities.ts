import { z } from 'zod'
import { Values } from '../primitives.ts'
import { Name, V2Key } from './key.ts'
import { operation } from './operation.ts'

/** Activities that one call may begin. */
const MOST = 1_000

export const activateAdHocSubProcessActivities = operation({
  id: 'activateAdHocSubProcessActivities',
  method: 'post',
  path: '/element-instances/ad-hoc-activities/{adHocSubProcessInstanceKey}/activation',
  tag: 'Ad-hoc sub-process',
  summary: 'Begin activities of an ad-hoc sub-process',
  params: z.object({ adHocSubProcessInstanceKey: V2Key }),
  body: z.object({
    elements: z
      .array(z.object({ elementId: Name, variables: Values.nullish() }))
      .min(1)
      .max(MOST),
    /** Ends what is active in it first. */
    cancelRemainingInstances: z.boolean().default(false),
  }),
  answer: null,
})
