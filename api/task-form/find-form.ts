import type { FormReference } from '../../engine/graph/process-graph.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import type { Condition } from '../../engine/ports/store.ts'
import type { Engine } from '../../engine/runtime/engine.ts'

/**
 * The schema text that a reference means for a process of this deployment; null for a form kept elsewhere, and for one
 * that was never deployed. Bound to the deployment: the form as it was then, which may be an older, unchanged file.
 */
export async function findFormSchema(
  { store }: Pick<Engine, 'store'>,
  reference: FormReference,
  deployment: number,
): Promise<string | null> {
  if (reference.kind === 'embedded') return reference.schema
  if (reference.kind === 'external') return null
  const ofThen: Condition<Rows['forms']>[] =
    reference.binding.kind === 'deployment' ? [{ column: 'deployment', is: '<=', value: deployment }] : []
  const [row] = await store.find('forms', {
    where: [{ column: 'formId', is: '=', value: reference.formId }, ...ofThen],
    orderBy: [{ column: 'version', descending: true }],
    limit: 1,
  })
  return row?.schema ?? null
}
