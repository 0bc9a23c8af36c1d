import { type ModdleNode, nodesOf, textOf } from './moddle-node.ts'
import type { Named } from './model.ts'

/** Id, name and documentation; several documentations are paragraphs of one. */
export const readNamed = (node: ModdleNode): Named => ({
  id: textOf(node, 'id'),
  name: textOf(node, 'name').trim(),
  documentation: nodesOf(node, 'documentation')
    .map((documentation) => textOf(documentation, 'text').trim())
    .filter((text) => text !== '')
    .join('\n\n'),
})
