import type { FormReference } from '../../engine/graph/process-graph.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import type { RowReader } from '../../engine/ports/store.ts'

/**
 * The deployed form that a diagram means: the latest version, or with binding `deployment` the version that was latest
 * when the diagram was deployed. Undefined when there is none, and for forms that are not deployed by themselves.
 */
export async function findForm(
  rows: RowReader,
  definition: Pick<Rows['processDefinitions'], 'deployment'>,
  reference: FormReference | null,
): Promise<Rows['forms'] | undefined> {
  if (reference?.kind !== 'id') return undefined
  const upTo = reference.binding.kind === 'deployment' ? definition.deployment : Number.MAX_SAFE_INTEGER
  const [form] = await rows.find('forms', {
    where: [
      { column: 'formId', is: '=', value: reference.formId },
      { column: 'deployment', is: '<=', value: upTo },
    ],
    orderBy: [{ column: 'version', descending: true }],
    limit: 1,
  })
  return form
}
