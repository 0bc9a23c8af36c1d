import type { BpmnFiles } from '../bpmn-files.ts'
import type { XmlElement } from '../document/xml-element.ts'
import type { Rule } from '../rule.ts'
import { itemOf, sameItem, spoken } from './facts.ts'

const callables = [
  'process',
  'globalTask',
  'globalUserTask',
  'globalManualTask',
  'globalScriptTask',
  'globalBusinessRuleTask',
]

/** Processes and global tasks that are offered as a service. §8.5, §10.4.1 */
export const interfaceRules: readonly Rule[] = [
  {
    code: 'interface_without_binding',
    section: '10.4.1',
    about: callables,
    remedy: 'Bind its inputs and outputs to an operation with ioBinding.',
    breach: (callable, files) =>
      files.childrenOf(callable, 'supportedInterfaceRef').length > 0 &&
      files.childrenOf(callable, 'ioSpecification').length > 0 &&
      files.childrenOf(callable, 'ioBinding').length === 0
        ? `${spoken(callable)} supports an interface and binds nothing to it.`
        : null,
  },
  {
    code: 'binding_mismatch',
    section: '10.4.1',
    about: callables,
    remedy:
      'Bind one input and one output of the callable element to an operation with messages of the same items.',
    breach: (callable, files) => {
      const supported = new Set(files.followAll(callable, 'supportedInterfaceRef'))
      for (const binding of files.childrenOf(callable, 'ioBinding')) {
        const reason = mismatch(binding, callable, supported, files)
        if (reason !== null) return `A binding of ${spoken(callable)} ${reason}.`
      }
      return null
    },
  },
]

function mismatch(
  binding: XmlElement,
  callable: XmlElement,
  supported: ReadonlySet<XmlElement>,
  files: BpmnFiles,
): string | null {
  const operation = files.follow(binding, 'operationRef')
  if (operation === null) return null
  if (supported.size > 0 && operation.parent !== null && !supported.has(operation.parent)) {
    return `names ${spoken(operation)} of an interface that is not supported`
  }
  return (
    sideMismatch(binding, callable, 'input', files.followFirst(operation, 'inMessageRef'), files) ??
    sideMismatch(binding, callable, 'output', files.followFirst(operation, 'outMessageRef'), files)
  )
}

/** The reference names the input (output), or the set that holds it. */
function sideMismatch(
  binding: XmlElement,
  callable: XmlElement,
  side: 'input' | 'output',
  message: XmlElement | null,
  files: BpmnFiles,
): string | null {
  const named = files.follow(binding, `${side}DataRef`)
  if (named === null) return null
  if (named.parent?.parent !== callable) return `names an ${side} of another element`
  const refs = side === 'input' ? 'dataInputRefs' : 'dataOutputRefs'
  const data = named.name.endsWith('Set') ? files.followFirst(named, refs) : named
  if (message === null || data === null || sameItem(itemOf(data, files), itemOf(message, files))) return null
  return `ties ${spoken(data)} to ${spoken(message)}, which has another item definition`
}
