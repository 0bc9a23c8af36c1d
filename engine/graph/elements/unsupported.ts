import type { ElementCompiler } from '../compiling.ts'

/** Refuses a kind of element that the engine can't run yet. */
export const unsupported =
  (kind: string, remedy: string): ElementCompiler =>
  ({ node }, at) => {
    at.report({
      code: 'unsupported_element',
      element: node.id,
      message: `${kind} is not supported yet.`,
      remedy,
    })
    return null
  }
