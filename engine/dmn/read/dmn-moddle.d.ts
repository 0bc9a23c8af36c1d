declare module 'dmn-moddle' {
  export interface ModdlePackage {
    readonly name: string
    readonly uri: string
    readonly prefix: string
    readonly types: readonly object[]
  }
  export interface ReadResult {
    readonly rootElement: unknown
    readonly warnings: readonly { readonly message: string }[]
  }
  export class DmnModdle {
    constructor(packages?: Record<string, ModdlePackage>)
    fromXML(xml: string, typeName?: string): Promise<ReadResult>
    getPackage(prefix: string): ModdlePackage
  }
}
