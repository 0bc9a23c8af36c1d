import type { Problem } from '../../../problem.ts'
import { fail, ok, type Result } from '../../../result.ts'
import type { BpmnDocument } from './bpmn-document.ts'
import { importedFile, type Resolve } from './imported-file.ts'
import { readDefinitions } from './read-definitions.ts'
import { attribute, childrenNamed, type XmlElement } from './xml-element.ts'

export interface Loaded {
  /** The file that was asked about, then those it imports, near ones first. */
  readonly documents: readonly BpmnDocument[]
  /** Namespaces of BPMN files that were not read: references into them can't be judged. */
  readonly unknownNamespaces: ReadonlySet<string>
  readonly problems: readonly Problem[]
}

/** A model is drawn in a handful of files; more is an attack. */
const maxFiles = 50

/** Reads a file and, through `resolve`, all the files it imports, each once. */
export async function loadDocuments(xml: string, resolve: Resolve): Promise<Result<Loaded, Problem[]>> {
  const main = readDefinitions('', xml)
  if (!main.ok) return fail([main.error])
  const loading = new Loading(xml, main.value, resolve)
  await loading.run()
  return ok(loading)
}

class Loading implements Loaded {
  readonly documents: BpmnDocument[]
  readonly unknownNamespaces = new Set<string>()
  readonly problems: Problem[] = []
  /** Files can import each other; the first one has no location to be known by. */
  private readonly texts: Set<string>
  private readonly resolve: Resolve

  constructor(xml: string, main: BpmnDocument, resolve: Resolve) {
    this.documents = [main]
    this.texts = new Set([xml])
    this.resolve = resolve
  }

  async run(): Promise<void> {
    for (const document of this.documents) {
      for (const statement of childrenNamed(document.root, 'import')) await this.follow(statement, document)
    }
  }

  private async follow(statement: XmlElement, importer: BpmnDocument): Promise<void> {
    const file = await importedFile(statement, importer.location, this.resolve)
    if (!file.ok) return this.miss(statement, importer, file.error.code, file.error.reason)
    const { bpmn, location } = file.value
    if (bpmn === null) return this.giveUp(statement)
    if (this.texts.has(bpmn)) return
    if (this.documents.length >= maxFiles)
      return this.miss(statement, importer, 'import_missing', 'too many files')
    const read = readDefinitions(location, bpmn)
    if (!read.ok) return this.miss(statement, importer, 'import_mismatch', read.error.message)
    const expected = attribute(statement, 'namespace')
    const { targetNamespace } = read.value
    if (targetNamespace !== expected) {
      this.miss(statement, importer, 'import_mismatch', `its target namespace is ${targetNamespace}`)
    }
    this.texts.add(bpmn)
    this.documents.push(read.value)
  }

  private giveUp(statement: XmlElement): void {
    this.unknownNamespaces.add(attribute(statement, 'namespace') ?? '')
  }

  private miss(statement: XmlElement, importer: BpmnDocument, code: string, reason: string): void {
    this.giveUp(statement)
    const namespace = attribute(statement, 'namespace') ?? ''
    const where = importer.location === '' ? '' : `${importer.location}: `
    this.problems.push({
      code,
      element: '',
      message: `${where}The import of ${namespace} can't be followed: ${reason}. (BPMN 2.0.2 §8.2.2)`,
      remedy: 'Put the file beside this one, correct location, type and namespace, or remove the import.',
      line: statement.line,
    })
  }
}
