import type { BpmnFiles } from '../bpmn-files.ts'
import { attribute, flag, idOf, nearest, type XmlElement } from '../document/xml-element.ts'
import { isOneOf, subProcesses } from './element-kinds.ts'

/** `startEvent s1`, for messages. */
export const spoken = (element: XmlElement): string => `${element.name} ${idOf(element)}`.trim()

/** What many rules ask of an element. */
export const isEventSubProcess = (element: XmlElement | null): boolean =>
  element !== null && isOneOf(subProcesses, element.name) && flag(element, 'triggeredByEvent')

export const isForCompensation = (element: XmlElement): boolean => flag(element, 'isForCompensation')

/** Whether it lies in a process that is to be executed. */
export function isExecuted(element: XmlElement): boolean {
  const process = nearest(element, 'process')
  return process !== null && flag(process, 'isExecutable')
}

/** The item definition something is made of: null when none is said or it is one of another language. §8.4.10 */
export function itemOf(element: XmlElement | null, files: BpmnFiles): XmlElement | null {
  if (element === null) return null
  const declared = files.follow(element, 'dataObjectRef') ?? files.follow(element, 'dataStoreRef')
  return ownItem(element, files) ?? (declared === null ? null : ownItem(declared, files))
}

/** Data say it by `itemSubjectRef`, messages by `itemRef`, errors, escalations and signals by `structureRef`. */
const ownItem = (element: XmlElement, files: BpmnFiles): XmlElement | null =>
  files.follow(element, 'itemSubjectRef') ??
  files.follow(element, 'itemRef') ??
  files.follow(element, 'structureRef')

/** The same for equivalent item definitions: those that are one, or name the same structure. */
export function itemKey(item: XmlElement | null): string {
  if (item === null) return ''
  const structure = attribute(item, 'structureRef')
  return structure === null ? `item ${idOf(item)}` : `structure ${structure}`
}

export const sameItem = (a: XmlElement | null, b: XmlElement | null): boolean => itemKey(a) === itemKey(b)

/** Computes something once for a model. */
export function once<T>(compute: (files: BpmnFiles) => T): (files: BpmnFiles) => T {
  const known = new WeakMap<BpmnFiles, { readonly value: T }>()
  return (files) => {
    const before = known.get(files) ?? { value: compute(files) }
    known.set(files, before)
    return before.value
  }
}
