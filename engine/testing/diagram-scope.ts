import type { Declarations } from './diagram-declarations.ts'
import type { ElementOptions, FlowOptions } from './diagram-options.ts'
import { type Attributes, commonChildren, escapeXml, xml } from './diagram-xml.ts'

interface WrittenElement {
  readonly tag: string
  readonly id: string
  readonly attributes: Attributes
  readonly children: string
}

/** Elements and flows of one scope, and the cursor from which the next element is connected. */
export class DiagramScope {
  private readonly elements: WrittenElement[] = []
  private readonly flows = new Map<string, string>()
  private readonly defaults = new Map<string, string>()
  private raw = ''
  private cursor: string | null = null
  private pending: FlowOptions = {}
  protected readonly declarations: Declarations

  constructor(declarations: Declarations) {
    this.declarations = declarations
  }

  /** Continues from an element; `flow` is about the sequence flow drawn next. */
  from(id: string, flow: FlowOptions = {}): this {
    this.cursor = id
    this.pending = flow
    return this
  }

  /** Draws a sequence flow to an element, which may be drawn later, and ends the branch. */
  to(id: string): this {
    this.connect(id)
    this.cursor = null
    return this
  }

  protected nowhere(): this {
    this.cursor = null
    return this
  }

  /** Raw XML beside the elements of this scope. */
  xml(fragment: string): this {
    this.raw += fragment
    return this
  }

  /**
   * Any element, connected from where the diagram stands.
   *
   * @param tag local name in the BPMN namespace, `inclusiveGateway`
   */
  element(tag: string, id: string, options: ElementOptions = {}): this {
    this.connect(id)
    this.add(tag, id, options, [])
    this.cursor = id
    return this
  }

  /** Adds an element without connecting it. */
  protected add(
    tag: string,
    id: string,
    options: ElementOptions,
    extensions: readonly string[],
    more: Attributes = {},
  ) {
    const attributes = { name: options.name, ...more, ...options.attributes }
    this.elements.push({ tag, id, attributes, children: commonChildren(options, extensions) })
  }

  /** Adds an element, connects it and goes on from it. */
  protected append(
    tag: string,
    id: string,
    options: ElementOptions,
    extensions: readonly string[] = [],
  ): this {
    this.connect(id)
    this.add(tag, id, options, extensions)
    this.cursor = id
    return this
  }

  private connect(target: string): void {
    const source = this.cursor
    if (source === null) return
    const { when, isDefault, name } = this.pending
    const id = this.pending.id ?? this.freeId(`${source}-${target}`)
    if (isDefault === true) this.defaults.set(source, id)
    const condition =
      when === undefined
        ? ''
        : xml('bpmn:conditionExpression', { 'xsi:type': 'bpmn:tFormalExpression' }, escapeXml(when))
    this.flows.set(
      id,
      xml('bpmn:sequenceFlow', { id, name, sourceRef: source, targetRef: target }, condition),
    )
    this.pending = {}
  }

  private freeId(wanted: string): string {
    let id = wanted
    for (let number = 2; this.flows.has(id); number += 1) id = `${wanted}-${number}`
    return id
  }

  /** Everything in the scope, without the scope's own element. */
  protected inside(): string {
    const elements = this.elements.map(({ tag, id, attributes, children }) =>
      xml(`bpmn:${tag}`, { id, default: this.defaults.get(id), ...attributes }, children),
    )
    return [...elements, ...this.flows.values(), this.raw].join('\n')
  }

  /** Ids of the elements of this scope. */
  protected ids(): string[] {
    return [...this.elements.map(({ id }) => id), ...this.flows.keys()]
  }
}
