import type { Breach } from '../breach.ts'
import type { XmlElement } from '../document/xml-element.ts'
import type { ElementType } from './schema.ts'
import { expectedInstead, type ValueKind } from './value-kind.ts'

/** A place that names another element. */
export interface Reference {
  readonly from: XmlElement
  /** Attribute or element that holds it. */
  readonly name: string
  readonly value: string
  readonly within: 'file' | 'model'
  /** Types that are expected there; none when it leads out of BPMN. */
  readonly types: readonly string[]
  readonly mustExist: boolean
}

/** What a walk through a file gathers. */
export interface Finding {
  readonly breaches: Breach[]
  readonly references: Reference[]
  /** The schema type of every element that has one. */
  readonly types: Map<XmlElement, ElementType>
}

const codes: Readonly<Partial<Record<ValueKind['kind'], string>>> = {
  reference: 'bad_reference',
  id: 'bad_id',
}

/** Checks a value, and notes it when it is a reference. */
export function checkValue(
  from: XmlElement,
  name: string,
  value: string,
  kind: ValueKind,
  found: Finding,
): void {
  const expected = expectedInstead(value, kind)
  if (expected !== null)
    found.breaches.push({ ...badValue(from, name, value, expected), code: codes[kind.kind] ?? 'bad_value' })
  else if (kind.kind === 'reference') {
    const { within, types, mustExist } = kind
    found.references.push({ from, name, value, within, types, mustExist })
  }
}

export const badValue = (at: XmlElement, name: string, value: string, expected: string): Breach => ({
  code: 'bad_value',
  at,
  message: `${name} of ${at.name} is '${value}', expected ${expected}.`,
  remedy: `Correct the value, or remove it.`,
  section: '8.2.3',
})
