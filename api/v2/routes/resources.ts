import type { RowReader } from '../../../engine/ports/store.ts'
import { getResource, getResourceContent, type Resource } from '../../contract/v2/deployments.ts'
import { DEFAULT_TENANT } from '../../contract/v2/key.ts'
import { notFound } from '../../http/api-problem.ts'
import type { Route } from '../../http/route.ts'
import type { V2Dependencies } from '../dependencies.ts'
import { keyOf, keyText } from '../key.ts'
import { serve } from '../serve.ts'

export const resourceRoutes = ({ engine }: V2Dependencies): Route[] => [
  serve(
    getResource,
    'process.read',
    async ({ params }) => (await resourceOf(engine.store, params.resourceKey)).shown,
  ),
  serve(getResourceContent, 'process.read', async ({ params }) => {
    const { content } = await resourceOf(engine.store, params.resourceKey)
    return content
  }),
]

interface Deployed {
  readonly shown: Resource
  readonly content: string
}

/** Processes, decisions and forms share one range of keys. */
async function resourceOf(rows: RowReader, resourceKey: string): Promise<Deployed> {
  const key = keyOf(resourceKey)
  const [process, decision, form] = await Promise.all([
    rows.get('processDefinitions', key),
    rows.get('decisions', key),
    rows.get('forms', key),
  ])
  if (process !== undefined)
    return {
      shown: { ...shownOf(process, process.processId), versionTag: process.versionTag ?? undefined },
      content: process.xml,
    }
  if (decision !== undefined) return { shown: shownOf(decision, decision.decisionId), content: decision.xml }
  if (form !== undefined) return { shown: shownOf(form, form.formId), content: form.schema }
  throw notFound('resource', resourceKey)
}

const shownOf = (
  row: { readonly key: number; readonly resourceName: string; readonly version: number },
  resourceId: string,
): Resource => ({
  resourceName: row.resourceName,
  version: row.version,
  resourceId,
  tenantId: DEFAULT_TENANT,
  resourceKey: keyText(row.key),
})
