import { AT_ONCE, id } from '../testing/deploy-diagrams.ts'
import { ACTIVE, type Deed } from './deeds.ts'

/** Gives each job that has no retries left one more and resolves its incident. Other incidents are left: they are findings. */
export const resolveIncidents: Deed = async ({ designer, deeds }) => {
  const { items = [] } = await designer.searchIncidents(ACTIVE, AT_ONCE)
  let resolved = 0
  for (const { jobKey, incidentKey, elementId, errorType } of items) {
    if (errorType !== 'JOB_NO_RETRIES') continue
    await designer.updateJob({ jobKey: id(jobKey!), changeset: { retries: 1 } })
    await designer.resolveIncident({ incidentKey: incidentKey! })
    deeds.push(`${elementId}: incident resolved`)
    resolved++
  }
  return resolved > 0
}
