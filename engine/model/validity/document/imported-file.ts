import { fail, ok, type Result } from '../../../result.ts'
import { modelNamespace, readXml } from './read-xml.ts'
import { attribute, type XmlElement } from './xml-element.ts'

/** Gives the text of an imported file, undefined when there is none at this location. */
export type Resolve = (location: string) => Promise<string | undefined> | string | undefined

export interface ImportedFile {
  readonly location: string
  /** Null for what holds no BPMN, or lies elsewhere on the net: it can't be judged and is not looked at. */
  readonly bpmn: string | null
}

/** Why an import can't be followed. */
export interface Unusable {
  readonly code: 'import_missing' | 'import_mismatch'
  readonly reason: string
}

/** Root elements of the other kinds of files the standard names. §8.2.2 */
const roots: ReadonlyMap<string, readonly string[]> = new Map([
  ['http://www.w3.org/2001/XMLSchema', ['schema']],
  ['http://www.w3.org/TR/wsdl20/', ['description']],
  ['http://schemas.xmlsoap.org/wsdl/', ['definitions']],
])

/** Follows an `import`, or says why what it names is not there or not of the named kind. */
export async function importedFile(
  statement: XmlElement,
  importer: string,
  resolve: Resolve,
): Promise<Result<ImportedFile, Unusable>> {
  const named = attribute(statement, 'location') ?? ''
  const type = attribute(statement, 'importType') ?? ''
  const location = beside(importer, named)
  const text = await resolve(location)
  if (text === undefined) {
    return isOnTheNet(named)
      ? ok({ location, bpmn: null })
      : unusable('import_missing', `there is no file ${named}`)
  }
  if (type === modelNamespace) return ok({ location, bpmn: text })
  const expected = roots.get(type)
  const root = expected === undefined ? null : readXml(text)
  if (root?.ok === false) return unusable('import_mismatch', `${named} is not XML: ${root.error}`)
  if (root !== null && !expected?.includes(root.value.name)) {
    return unusable(
      'import_mismatch',
      `${named} begins with ${root.value.name}, which is not of type ${type}`,
    )
  }
  return ok({ location, bpmn: null })
}

const unusable = (code: Unusable['code'], reason: string) => fail({ code, reason })

const isOnTheNet = (location: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(location)

/** A location is meant from the folder of the file that names it. */
function beside(importer: string, location: string): string {
  const folder = importer.slice(0, importer.lastIndexOf('/') + 1)
  return isOnTheNet(location) || location.startsWith('/')
    ? location
    : `${folder}${location.replace(/^\.\//, '')}`
}
