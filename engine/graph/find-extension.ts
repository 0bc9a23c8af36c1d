import type { Extended, Extension } from '../model/model.ts'

/** The zeebe element of that name, undefined without one. */
export const findExtension = (extended: Extended, name: string): Extension | undefined =>
  extended.extensions.find((extension) => extension.vocabulary === 'zeebe' && extension.name === name)

/** Trimmed text of an attribute, '' when it is missing. */
export const attribute = (extension: Extension | undefined, name: string): string =>
  extension?.attributes.get(name)?.trim() ?? ''

/** Trimmed value of a zeebe property, '' when it is missing. */
export const propertyOf = (extended: Extended, name: string): string =>
  attribute(
    childrenNamed(findExtension(extended, 'properties'), 'property').find(
      (property) => attribute(property, 'name') === name,
    ),
    'value',
  )

export const childrenNamed = (extension: Extension | undefined, name: string): readonly Extension[] =>
  extension?.children.filter((child) => child.name === name) ?? []
