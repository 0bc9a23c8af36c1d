import { isNodeType } from '../../../engine/model/node-type.ts'
import type { Casework } from '../../preparing/casework.ts'

const TAG = /<(\/?)((?:[\w.-]+:)?)(task|manualTask|userTask|scriptTask|sendTask|businessRuleTask)\b([^>]*)>/g

/** The file with all its tasks as service tasks, receive tasks excepted: the harness is the service. */
export const asServiceTasks = (xml: string, casework: Casework): string =>
  xml.replaceAll(TAG, (_, end: string, prefix: string, tag: string, attributes: string) => {
    const type = tag[0]!.toUpperCase() + tag.slice(1)
    const id = /\sid\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1]
    // Remembered as what it was drawn: that decides what it does.
    if (id !== undefined && isNodeType(type)) casework.behavior(id, type)
    return `<${end}${prefix}serviceTask${attributes}>`
  })
