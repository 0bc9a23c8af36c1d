import type { FormReference } from '../../engine/graph/process-graph.ts'
import type { Engine } from '../../engine/runtime/engine.ts'
import { type Form, type JsonValue, parseForm } from '../../forms/index.ts'
import { findFormSchema } from './find-form.ts'

/** A form as it is sent to the browser, and as the server checks submissions with it. */
export interface TaskForm {
  readonly schema: Record<string, JsonValue>
  readonly form: Form
}

const parsed = new Map<string, TaskForm>()
/** Schemas are few and long-lived; this only bounds a server that sees very many versions. */
const MOST_PARSED = 500

function parseSchema(text: string): TaskForm {
  const known = parsed.get(text)
  if (known !== undefined) return known
  const schema = JSON.parse(text) as Record<string, JsonValue> // checked to be a form when it was deployed
  const read = parseForm(schema)
  if (!read.ok)
    throw new Error(`a deployed form can't be read: ${read.error.map(({ cause }) => cause).join(' ')}`)
  if (parsed.size >= MOST_PARSED) parsed.clear()
  const form = { schema, form: read.value }
  parsed.set(text, form)
  return form
}

/** The form of a task or start event of this deployment; null when it has none. */
export async function readTaskForm(
  engine: Pick<Engine, 'store'>,
  reference: FormReference | null,
  deployment: number,
): Promise<TaskForm | null> {
  const text = reference === null ? null : await findFormSchema(engine, reference, deployment)
  return text === null ? null : parseSchema(text)
}

/** The outcomes to choose from: the form's buttons, else those that `kartabl:outcomes` lists. */
export const outcomesOf = (form: TaskForm | null, properties: Readonly<Record<string, string>>): string[] =>
  form !== null && form.form.outcomes.length > 0
    ? form.form.outcomes.map((outcome) => outcome.outcome)
    : (properties['kartabl:outcomes'] ?? '')
        .split(',')
        .map((outcome) => outcome.trim())
        .filter((outcome) => outcome !== '')
