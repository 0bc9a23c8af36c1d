import { z } from 'zod'
import { Values } from '../primitives.ts'
import { Name, V2Key } from './key.ts'
import { operation } from './operation.ts'

const params = z.object({ processInstanceKey: V2Key })
const path = '/process-instances/{processInstanceKey}'
const tag = 'Process instance'

/** Ids that keep need not be named. */
export const MappingInstructions = z
  .array(z.object({ sourceElementId: Name, targetElementId: Name }))
  .max(10_000)

export const MigrateInstance = z.object({
  mappingInstructions: MappingInstructions,
  targetProcessDefinitionKey: V2Key,
  operationReference: z.unknown().optional(),
})

const Activate = z.object({
  elementId: Name,
  variableInstructions: z
    .array(z.object({ variables: Values, scopeId: z.string().max(255).optional() }))
    .max(100)
    .default([]),
  /** -1: the only scope there is. */
  ancestorElementInstanceKey: z.union([V2Key, z.literal('-1'), z.literal(-1)]).default('-1'),
})
export type Activate = z.infer<typeof Activate>

export const ModifyInstance = z
  .object({
    activateInstructions: z.array(Activate).max(1000).default([]),
    terminateInstructions: z
      .array(z.object({ elementInstanceKey: V2Key }))
      .max(10_000)
      .default([]),
    operationReference: z.unknown().optional(),
  })
  .refine((given) => given.activateInstructions.length + given.terminateInstructions.length > 0, {
    error: 'expected at least one instruction',
  })
export type ModifyInstance = z.infer<typeof ModifyInstance>

export const modifyProcessInstance = operation({
  id: 'modifyProcessInstance',
  method: 'post',
  path: `${path}/modification`,
  tag,
  summary: 'Begin elements and end element instances of a running process instance',
  params,
  body: ModifyInstance,
  answer: null,
})

export const migrateProcessInstance = operation({
  id: 'migrateProcessInstance',
  method: 'post',
  path: `${path}/migration`,
  tag,
  summary: 'Let a running process instance go on by another version',
  params,
  body: MigrateInstance,
  answer: null,
})
