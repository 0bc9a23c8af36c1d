import type { Draft } from '../draft.ts'

/** camunda:properties → zeebe:properties, which the engine keeps with the element. */
export function translateProperties(draft: Draft): void {
  for (const { extension } of draft.takeElements('properties')) {
    for (const { name, attributes } of extension.children) {
      if (name !== 'property') continue
      const value = attributes.get('value') ?? ''
      const key = attributes.get('name') ?? attributes.get('id') ?? ''
      const from = { name: 'property', value, source: `camunda:property ${key}="${value}"` }
      draft.add('properties', 'property', { name: key, value }, from)
    }
  }
}
