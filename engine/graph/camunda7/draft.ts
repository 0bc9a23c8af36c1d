import type { Extended, Extension, ForeignAttribute } from '../../model/model.ts'
import { camunda7Remedies } from './camunda7-remedies.ts'
import { hasJuel, juelToFeel } from './juel/juel-to-feel.ts'
import type { Writing } from './juel/write-feel.ts'
import type { Translating } from './translating.ts'

/** An attribute or element of version 7 that was taken from its place: somebody answers for it now. */
export interface Taken {
  readonly name: string
  readonly value: string
  /** For people: `camunda:assignee="demo"`, `<camunda:formData>`. */
  readonly source: string
}

export type TakenElement = Taken & { readonly extension: Extension }

type Attributes = Readonly<Record<string, string>>

/**
 * The extensions of one place in the diagram on their way from version 7 to the zeebe namespace. What nobody takes
 * has no equivalent and becomes a problem in the end, so nothing is silently ignored.
 */
export class Draft {
  readonly element: string
  readonly at: Translating
  private attributes: readonly Taken[]
  private elements: readonly TakenElement[]
  private readonly others: readonly ForeignAttribute[]
  private readonly said: readonly Extension[]
  private readonly made = new Map<string, Extension>()

  constructor(extended: Extended, element: string, at: Translating) {
    this.element = element
    this.at = at
    this.attributes = extended.foreignAttributes
      .filter(({ vocabulary }) => vocabulary === 'camunda')
      .map(({ name, value }) => ({
        name,
        value: value.trim(),
        source: `camunda:${name}="${shorten(value)}"`,
      }))
    this.elements = extended.extensions
      .filter(({ vocabulary }) => vocabulary === 'camunda')
      .map((extension) => ({
        name: extension.name,
        value: extension.body,
        source: `<camunda:${extension.name}>`,
        extension,
      }))
    this.others = extended.foreignAttributes.filter(({ vocabulary }) => vocabulary !== 'camunda')
    this.said = extended.extensions.filter(({ vocabulary }) => vocabulary === 'zeebe')
  }

  take(name: string): Taken | undefined {
    const found = this.attributes.find((attribute) => attribute.name === name)
    if (found) this.attributes = this.attributes.filter((attribute) => attribute !== found)
    return found
  }

  takeElements(name: string): readonly TakenElement[] {
    const found = this.elements.filter((element) => element.name === name)
    if (found.length > 0) this.elements = this.elements.filter((element) => element.name !== name)
    return found
  }

  /** The zeebe namespace says already here what this would say. */
  says(name: string): boolean {
    return this.said.some((extension) => extension.name === name)
  }

  /** A translation has put it here. */
  hasMade(name: string): boolean {
    return this.made.has(name)
  }

  /** Sets attributes of a zeebe extension for what was taken. */
  put(name: string, attributes: Attributes, from: Taken, note = ''): void {
    this.set(name, attributes)
    if (this.says(name)) this.drop(from, `zeebe:${name} is there already and holds.`)
    else this.at.became(this.element, from.source, describe(name, attributes), note)
  }

  /** As `put`, for what another translation has told of, or to stand in for what was refused. */
  set(name: string, attributes: Attributes): void {
    if (this.says(name)) return
    const before = this.made.get(name) ?? zeebe(name, {})
    const merged = new Map([...before.attributes, ...Object.entries(attributes)])
    this.made.set(name, { ...before, attributes: merged })
  }

  /** Adds an element to one that lists them: `zeebe:input` to `zeebe:ioMapping`. */
  add(parent: string, name: string, attributes: Attributes, from: Taken, note = ''): void {
    this.addExtension(parent, zeebe(name, attributes), from, note)
  }

  /** As `add`, for an element with children. */
  addExtension(parent: string, child: Extension, from: Taken, note = ''): void {
    this.append(parent, child)
    if (this.says(parent)) this.drop(from, `zeebe:${parent} is there already and holds.`)
    else
      this.at.became(
        this.element,
        from.source,
        describe(child.name, Object.fromEntries(child.attributes)),
        note,
      )
  }

  /** As `add`, for what another translation has told of. */
  addSilently(parent: string, name: string, attributes: Attributes): void {
    this.append(parent, zeebe(name, attributes))
  }

  private append(parent: string, child: Extension): void {
    if (this.says(parent)) return
    const before = this.made.get(parent) ?? zeebe(parent, {})
    this.made.set(parent, { ...before, children: [...before.children, child] })
  }

  /** Nothing is needed for it here. */
  drop(from: Taken, note: string): void {
    this.at.became(this.element, from.source, '', note)
  }

  refuse(from: Taken, reason: string, remedy = camunda7Remedies.get(from.name) ?? 'Remove it.'): void {
    const what = 'extension' in from ? `The element camunda:${from.name}` : `The attribute ${from.source}`
    this.at.report({
      code: 'camunda7_namespace',
      element: this.element,
      message: `${what} ${reason}.`,
      remedy,
    })
  }

  /** The text with its expressions in FEEL; null when they can't be translated (reported). */
  feel(text: string, what: string, writing?: Writing): string | null {
    const done = juelToFeel(text, writing)
    if (done.ok) return done.value
    this.at.report({
      code: 'camunda7_expression',
      element: this.element,
      message: `${what}: the expression "${shorten(text)}" has no translation to FEEL: ${done.error}.`,
      remedy: 'Write it in FEEL, beginning with "="; what needs an object of Java is a job for a worker.',
    })
    return null
  }

  /** A text of the standard, such as a condition; one that can't be translated (reported) leaves nothing to complain of. */
  standard(text: string, what: string, writing?: Writing): string {
    if (!hasJuel(text)) return text
    const feel = this.feel(text, what, writing)
    if (feel !== null) this.at.became(this.element, `${what} ${shorten(text)}`, feel)
    return feel ?? '=null'
  }

  /** A condition. One in a file of its own is refused (reported) and leaves nothing to complain of. */
  condition(text: string): string {
    const file = this.take('resource')
    if (file === undefined) return this.standard(text, 'condition')
    this.refuse(file, 'names a file with a condition')
    return '=null'
  }

  /** What stands here now; whatever is left of version 7 is reported. */
  finish(): Extended {
    for (const left of [...this.attributes, ...this.elements]) this.refuse(left, 'has no equivalent here')
    this.attributes = []
    this.elements = []
    return { extensions: [...this.said, ...this.made.values()], foreignAttributes: this.others }
  }
}

/** An element of the zeebe namespace. */
export const zeebe = (
  name: string,
  attributes: Attributes,
  children: readonly Extension[] = [],
): Extension => ({
  vocabulary: 'zeebe',
  name,
  attributes: new Map(Object.entries(attributes)),
  children,
  body: '',
})

const describe = (name: string, attributes: Attributes): string =>
  [`zeebe:${name}`, ...Object.entries(attributes).map(([key, value]) => `${key}="${shorten(value)}"`)].join(
    ' ',
  )

export const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text)
