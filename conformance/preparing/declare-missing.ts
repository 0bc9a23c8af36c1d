import { BpmnModdle } from 'bpmn-moddle'

/** Declarations that a reference of this name leads to. */
const declarations: Readonly<Record<string, (id: string) => string>> = {
  'bpmn:messageRef': (id) => `message id="${id}" name="${id}"`,
  'bpmn:signalRef': (id) => `signal id="${id}" name="${id}"`,
  'bpmn:errorRef': (id) => `error id="${id}" name="${id}" errorCode="${id}"`,
  'bpmn:escalationRef': (id) => `escalation id="${id}" name="${id}" escalationCode="${id}"`,
}

const isId = (text: string): boolean => /^[A-Za-z_][\w.-]*$/.test(text)

/** The file with declarations for what it refers to and does not declare: some engines take the reference for the code. */
export async function declareMissing(xml: string): Promise<string> {
  const { warnings } = await new BpmnModdle().fromXML(xml, { lax: true })
  const missing = new Map<string, string>()
  for (const { property = '', value = '' } of warnings as readonly Unresolved[]) {
    const declare = declarations[property]
    if (declare && isId(value)) missing.set(value, declare(value))
  }
  if (missing.size === 0) return xml
  const opening = /<(?:([\w.-]+):)?definitions\b[^>]*>/.exec(xml)
  if (!opening) return xml
  const prefix = opening[1] === undefined ? '' : `${opening[1]}:`
  const declared = [...missing.values()].map((declaration) => `<${prefix}${declaration}/>`).join('')
  const at = opening.index + opening[0].length
  return xml.slice(0, at) + declared + xml.slice(at)
}

interface Unresolved {
  readonly property?: string
  readonly value?: string
}
