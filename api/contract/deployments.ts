import { z } from 'zod'
import { Key } from './primitives.ts'

export const DeployFiles = z.strictObject({
  files: z
    .array(
      z.strictObject({
        /** A bare file name ending in .bpmn, .dmn or .form. */
        name: z.string().regex(/^[^/\\\0]{1,200}\.(bpmn|dmn|form)$/),
        content: z.string().min(1).max(2_000_000),
      }),
    )
    .min(1)
    .max(50),
})
export type DeployFiles = z.infer<typeof DeployFiles>

export const DiagramTranslation = z
  .object({
    file: z.string(),
    /** Id of the element. */
    element: z.string(),
    /** As it stands in the file, shortened. */
    from: z.string(),
    /** As the zeebe namespace says it; empty when nothing is needed. */
    to: z.string(),
    /** What is different now, or why nothing is needed; empty when it is the same. */
    note: z.string(),
  })
  .meta({ id: 'DiagramTranslation' })
export type DiagramTranslation = z.infer<typeof DiagramTranslation>

export const Deployed = z
  .object({
    key: Key,
    resources: z.array(
      z.object({
        kind: z.enum(['process', 'decision', 'form']),
        id: z.string(),
        name: z.string(),
        version: z.number().int(),
        /** false: the same content was there already. */
        isNew: z.boolean(),
        definitionKey: Key,
      }),
    ),
    /** What diagrams said in the version 7 namespace, and what it became; empty for others. */
    translations: z.array(DiagramTranslation),
  })
  .meta({ id: 'Deployed' })
export type Deployed = z.infer<typeof Deployed>
