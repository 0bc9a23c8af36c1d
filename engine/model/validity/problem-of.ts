import type { Problem } from '../../problem.ts'
import type { Breach } from './breach.ts'
import { idOf, type XmlElement } from './document/xml-element.ts'

/** A breach as people are told of it. `location`: the imported file it is in, '' for the one asked about. */
export const problem = ({ code, at, message, remedy, section }: Breach, location: string): Problem => ({
  code,
  element: nearestId(at),
  message: `${location === '' ? '' : `${location}: `}${message} (BPMN 2.0.2 §${section})`,
  remedy,
  line: at.line,
})

/** An event definition often has no id; the event around it has. */
function nearestId(element: XmlElement): string {
  for (let at: XmlElement | null = element; at !== null; at = at.parent) if (idOf(at) !== '') return idOf(at)
  return ''
}
