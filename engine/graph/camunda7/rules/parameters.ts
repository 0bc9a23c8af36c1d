import type { Extension } from '../../../model/model.ts'
import { attribute } from '../../find-extension.ts'
import type { Draft } from '../draft.ts'
import { feelText } from '../juel/feel-name.ts'

/** camunda:inputParameter and camunda:outputParameter → zeebe:input and zeebe:output, in their order. */
export function addParameters(inputOutput: Extension, own: Draft): void {
  for (const parameter of inputOutput.children) {
    const kind = kinds[parameter.name]
    if (kind === undefined) continue
    const target = attribute(parameter, 'name')
    const from = {
      name: 'inputOutput',
      value: parameter.body,
      source: `camunda:${parameter.name} name="${target}"`,
    }
    const source = sourceOf(parameter, `parameter ${target}`, own)
    if (source !== null) own.add('ioMapping', kind, { source, target }, from)
  }
}

const kinds: Readonly<Record<string, 'input' | 'output' | undefined>> = {
  inputParameter: 'input',
  outputParameter: 'output',
}

/** Text, list, map or FEEL script; null for another script (reported). */
function sourceOf(value: Extension, what: string, own: Draft): string | null {
  const inner = value.children.find(({ name }) => name in holders)
  if (inner !== undefined) return holders[inner.name]!(inner, what, own)
  return value.body === '' ? '=null' : own.feel(value.body, what)
}

type Holder = (extension: Extension, what: string, own: Draft) => string | null

const holders: Readonly<Record<string, Holder>> = {
  list: (list, what, own) => {
    const items = list.children.map((item) => itemOf(item, what, own))
    return items.includes(null) ? null : `=[${items.join(', ')}]`
  },
  map: (map, what, own) => {
    const entries = map.children.map((entry) => {
      const item = itemOf(entry, what, own)
      return item === null ? null : `${feelText(attribute(entry, 'key'))}: ${item}`
    })
    return entries.includes(null) ? null : `={${entries.join(', ')}}`
  },
  script: (script, what, own) => {
    const format = attribute(script, 'scriptFormat').toLowerCase()
    if (format === 'feel') return `=${script.body.replace(/^\s*=/, '')}`
    if (format === 'juel' || format === '') return own.feel(script.body, what)
    own.refuse(
      { name: 'inputOutput', value: '', source: `camunda:script scriptFormat="${format}"` },
      `computes the ${what} by program code`,
      'Compute it in FEEL, or let a worker do it.',
    )
    return null
  },
}

/** An item of a list or map, as FEEL without its sign. */
function itemOf(item: Extension, what: string, own: Draft): string | null {
  const source = item.name === 'script' ? holders.script!(item, what, own) : sourceOf(item, what, own)
  if (source === null) return null
  return source.startsWith('=') ? source.slice(1) : feelText(source)
}
