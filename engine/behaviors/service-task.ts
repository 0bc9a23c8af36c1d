import { offerJob } from '../step/offer-job.ts'
import type { Behavior } from './behavior.ts'

export const serviceTask: Behavior<'serviceTask'> = {
  rests: true,
  enter: (x, instance, element) => offerJob(x, instance, element.job),
}
