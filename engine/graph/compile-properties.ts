import type { Extended } from '../model/model.ts'
import type { Compiling } from './compiling.ts'
import { attribute, childrenNamed, findExtension } from './find-extension.ts'
import { type KartablPlace, kartablPrefix, propertyProblem } from './kartabl-properties.ts'

/** zeebe:properties of an element by name. An object without prototype: names come from the file. */
export function compileProperties(
  extended: Extended,
  element: string,
  place: KartablPlace,
  at: Compiling,
): Readonly<Record<string, string>> {
  const properties: Record<string, string> = Object.create(null)
  for (const property of childrenNamed(findExtension(extended, 'properties'), 'property')) {
    const name = attribute(property, 'name')
    const value = attribute(property, 'value')
    if (name.startsWith(kartablPrefix)) reportMisuse(name, value, element, place, at)
    properties[name] = value
  }
  return properties
}

function reportMisuse(
  name: string,
  value: string,
  element: string,
  place: KartablPlace,
  at: Compiling,
): void {
  const problem = propertyProblem(name, value, place)
  if (problem !== null) at.report({ code: 'bad_kartabl_property', element, ...problem })
}
