import { compileJob } from '../compile-job.ts'
import type { ElementCompiler } from '../compiling.ts'
import { findExtension } from '../find-extension.ts'

export const compileServiceTask: ElementCompiler = ({ node }, at) => {
  if (findExtension(node, 'taskDefinition') === undefined) {
    at.report({
      code: 'missing_task_type',
      element: node.id,
      message: 'The service task has no task definition, so no worker can take it.',
      remedy: 'Set its task type, or draw it as a manual or undefined task.',
    })
  }
  const job = compileJob(node, at)
  return job === null ? null : { type: 'serviceTask', job }
}
