import type { FormReference } from '../../../engine/graph/process-graph.ts'
import type { Rows } from '../../../engine/ports/rows.ts'
import { DEFAULT_TENANT } from '../../contract/v2/key.ts'
import type { Form } from '../../contract/v2/process-definitions.ts'
import { keyText } from '../key.ts'

/** A deployed form, or one that is written inside the diagram; null when there is neither. */
export function presentForm(row: Rows['forms'] | undefined, reference: FormReference | null): Form | null {
  if (row !== undefined) return presentDeployed(row)
  if (reference?.kind !== 'embedded') return null
  return { tenantId: DEFAULT_TENANT, schema: schemaOf(reference.schema) }
}

const presentDeployed = (row: Rows['forms']): Form => ({
  tenantId: DEFAULT_TENANT,
  formId: row.formId,
  schema: schemaOf(row.schema),
  version: row.version,
  formKey: keyText(row.key),
})

/** Deployment has checked that it is a JSON object. */
const schemaOf = (text: string): Form['schema'] => JSON.parse(text) as Form['schema']
