import type { Extension } from '../model/model.ts'
import type { Compiling } from './compiling.ts'
import { attribute } from './find-extension.ts'
import type { Binding } from './process-graph.ts'

/** bindingType and versionTag of a called process, decision or form: which version is meant. */
export function compileBinding(extension: Extension | undefined, element: string, at: Compiling): Binding {
  const type = attribute(extension, 'bindingType')
  if (type === '' || type === 'latest') return { kind: 'latest' }
  if (type === 'deployment') return { kind: 'deployment' }
  const versionTag = attribute(extension, 'versionTag')
  if (type === 'versionTag' && versionTag !== '') return { kind: 'versionTag', versionTag }
  at.report({
    code: 'bad_binding',
    element,
    message:
      type === 'versionTag'
        ? 'The binding versionTag needs a version tag.'
        : `The binding type "${type}" is unknown.`,
    remedy: 'Use latest, deployment, or versionTag with a version tag.',
  })
  return { kind: 'latest' }
}
