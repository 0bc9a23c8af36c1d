import { z } from 'zod'

/** The format `bpmn-conformance-pack/1`. Strict: an expectation that nobody checks would count as one that holds. */

const Json = z.json()
const Variables = z.record(z.string(), Json)
const Ids = z.array(z.string())
const Counts = z.record(z.string(), z.int().min(0))

const ExpectedError = z.strictObject({
  kind: z.enum(['deploy', 'noOutgoingFlow', 'expression', 'uncaughtError', 'runtime', 'any']),
  element: z.string().optional(),
  code: z.string().optional(),
})

const Expectation = z.strictObject({
  op: z.literal('expect'),
  tasks: Ids.optional(),
  events: Ids.optional(),
  enabled: Ids.optional(),
  ended: z.boolean().optional(),
  completed: Counts.optional(),
  entered: Counts.optional(),
  notEntered: Ids.optional(),
  notWaiting: Ids.optional(),
  tokensAt: Ids.optional(),
  order: Ids.optional(),
  completedSum: z.record(z.string(), Json).optional(),
  variables: Variables.optional(),
  trace: Ids.optional(),
  traceIgnore: Ids.optional(),
  error: ExpectedError.optional(),
})

const action = <T extends string, S extends z.ZodRawShape>(op: T, shape: S) =>
  z.strictObject({ op: z.literal(op), ...shape })

const Action = z.discriminatedUnion('op', [
  action('start', {
    process: z.string().optional(),
    variables: Variables.optional(),
    startEvent: z.string().optional(),
    businessKey: z.string().optional(),
  }),
  action('deploy', {}),
  action('cancelInstance', {}),
  action('complete', {
    task: z.string(),
    variables: Variables.optional(),
    count: z.int().optional(),
    nth: z.int().optional(),
    loopIndex: z.int().optional(),
    sequential: z.boolean().optional(),
  }),
  action('completeAny', { tasks: Counts }),
  action('completeEach', { task: z.string(), set: Variables.optional() }),
  action('message', { name: z.string(), variables: Variables.optional(), each: z.boolean().optional() }),
  action('signal', { name: z.string() }),
  action('trigger', { element: z.string() }),
  action('messageFlow', { flow: z.string(), source: z.string().optional(), target: z.string().optional() }),
  action('advanceTime', { duration: z.string().startsWith('P') }),
  action('setVariables', { variables: Variables }),
  action('decide', { gateway: z.string(), flows: Ids }),
  action('waitAt', { task: z.string() }),
  action('throwError', { task: z.string(), code: z.string(), loopIndex: z.int().optional() }),
  action('adhocActivate', { adhoc: z.string(), task: z.string(), rejected: z.boolean().optional() }),
  action('adhocComplete', { adhoc: z.string() }),
])

const Step = z.discriminatedUnion('op', [Expectation, ...Action.options])

const Scenario = z.strictObject({
  name: z.string(),
  steps: z.array(Step).min(1),
  confirmedBy: Ids.optional(),
})

const Portable = z.object({ js: z.string().optional(), feel: z.string().optional() })

const Expression = z.object({
  element: z.string().nullish(),
  kind: z.string(),
  language: z.string(),
  text: z.string(),
  name: z.string().nullish(),
  file: z.string().optional(),
  portable: Portable.optional(),
})

const Script = z.object({
  language: z.string().optional(),
  portable: z.object({ js: z.string().optional(), collection: Json.optional() }).optional(),
})

const Stub = z.looseObject({
  do: z.string().optional(),
  code: z.string().optional(),
  set: Variables.optional(),
})

const Case = z.strictObject({
  id: z.string(),
  source: z.string(),
  core: z.boolean(),
  clean: z.boolean(),
  files: Ids.min(1),
  features: Ids,
  tags: Ids,
  group: z.string().optional(),
  sourceTest: z.string(),
  requires: Ids.optional(),
  taskDefaults: z.record(z.string(), z.enum(['wait', 'auto'])).optional(),
  stubs: z.record(z.string(), Stub).optional(),
  scripts: z.record(z.string(), Script).optional(),
  expressions: z.array(Expression).optional(),
  contested: z.string().optional(),
  defective: z.string().optional(),
  scheduleSensitive: z.string().optional(),
  hasListeners: z.boolean().optional(),
  notes: z.string().optional(),
  scenarios: z.array(Scenario).min(1),
})

export const PackIndex = z.object({
  format: z.literal('bpmn-conformance-pack/1'),
  sources: z.record(z.string(), z.unknown()),
  sha256: z.record(z.string(), z.string()).optional(),
  cases: z.array(Case),
})

export type Case = z.infer<typeof Case>
export type Scenario = z.infer<typeof Scenario>
export type Step = z.infer<typeof Step>
export type Action = z.infer<typeof Action>
export type ActionOf<T extends Action['op']> = Extract<Action, { op: T }>
export type Expectation = z.infer<typeof Expectation>
export type ExpectedError = z.infer<typeof ExpectedError>
export type Expression = z.infer<typeof Expression>
export type Stub = z.infer<typeof Stub>
