import type { Extended } from '../model/model.ts'
import type { Problem } from '../problem.ts'
import { camunda7Equivalents } from './camunda7-equivalents.ts'

/** Everything of the version 7 namespace at an element, each with what says the same in the zeebe namespace. */
export function camunda7Problems(extended: Extended, element: string): Problem[] {
  const attributes = extended.foreignAttributes.filter(({ vocabulary }) => vocabulary === 'camunda')
  const elements = extended.extensions.filter(({ vocabulary }) => vocabulary === 'camunda')
  return [
    ...attributes.map(({ name, value }) =>
      problem(`The attribute camunda:${name}="${shorten(value)}"`, name, element),
    ),
    ...elements.map(({ name }) => problem(`The element camunda:${name}`, name, element)),
  ]
}

const problem = (what: string, name: string, element: string): Problem => ({
  code: 'camunda7_namespace',
  element,
  message: `${what} belongs to the Camunda 7 namespace, which is not run.`,
  remedy: camunda7Equivalents.get(name) ?? 'Remove it, nothing in the zeebe namespace corresponds to it.',
})

const shorten = (value: string): string => (value.length > 60 ? `${value.slice(0, 60)}…` : value)
