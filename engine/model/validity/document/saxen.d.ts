/** The parts of saxen that are used; the package has no declarations. */
declare module 'saxen' {
  export interface SaxElement {
    /** `prefix:local`, with the prefix that `ns` gives to the namespace. */
    readonly name: string
    /** Values as written, entities not decoded; false when they can't be read. */
    readonly attrs: Readonly<Record<string, string>> | false
  }
  type Decode = (text: string) => string

  export class Parser {
    constructor(options: { readonly proxy: true })
    ns(prefixes: Readonly<Record<string, string>>): this
    on(event: 'openTag', listener: (element: SaxElement, decode: Decode) => void): this
    on(event: 'closeTag', listener: () => void): this
    on(event: 'text', listener: (text: string, decode: Decode) => void): this
    on(event: 'cdata', listener: (text: string) => void): this
    on(event: 'error' | 'warn', listener: (error: Error) => void): this
    parse(xml: string): void
  }
}
