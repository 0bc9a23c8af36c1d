import type { ServedCompany } from './served-company.ts'

/** Deploys files by name as the designer and answers what the client says about it. */
export const deployFiles = (company: ServedCompany, files: Readonly<Record<string, string>>) =>
  company.client('dana').createDeployment({
    resources: Object.entries(files).map(([name, content]) => new File([content], name)),
  })

/** For the client's reads: what was acknowledged is seen at once, so there is nothing to wait for. */
export const AT_ONCE = { consistency: { waitUpToMs: 0 } }

/** Ids and keys are branded in the client's types; tests name them as plain text. */
export const id = <T extends string>(text: string): T => text as T
