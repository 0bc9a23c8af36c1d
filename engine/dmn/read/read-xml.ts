import { DmnStop } from '../decision-stop.ts'
import { createModdle } from './boxed-types.ts'
import { type DmnElement, isElement } from './element.ts'

/** The namespace that the reader knows, and those of other editions that mean the same elements. */
const DMN_1_3 = 'https://www.omg.org/spec/DMN/20191111'
const OTHER_EDITIONS = [
  ['http://www.omg.org/spec/DMN/20151101/dmn.xsd', `${DMN_1_3}/MODEL/`],
  ['http://www.omg.org/spec/DMN/20180521/MODEL/', `${DMN_1_3}/MODEL/`],
  ['http://www.omg.org/spec/DMN/20180521/DMNDI/', `${DMN_1_3}/DMNDI/`],
  ['https://www.omg.org/spec/DMN/20211108/MODEL/', `${DMN_1_3}/MODEL/`],
  ['https://www.omg.org/spec/DMN/20211108/DMNDI/', `${DMN_1_3}/DMNDI/`],
  ['https://www.omg.org/spec/DMN/20230324/MODEL/', `${DMN_1_3}/MODEL/`],
  ['https://www.omg.org/spec/DMN/20230324/DMNDI/', `${DMN_1_3}/DMNDI/`],
] as const

/** The elements of a DMN file of any edition from 1.1 to 1.5. @throws DmnStop when the text is no such file */
export async function readDefinitions(xml: string): Promise<DmnElement> {
  refuseDoctype(xml)
  const { rootElement, warnings } = await read(asEdition13(xml))
  for (const { message } of warnings) refuseUnread(message)
  if (isElement(rootElement)) return rootElement
  throw new DmnStop(
    'dmn_xml_invalid',
    '',
    'Expected <definitions> as root, got something else; export the file as DMN.',
  )
}

async function read(
  xml: string,
): Promise<{ rootElement: unknown; warnings: readonly { message: string }[] }> {
  try {
    return await createModdle().fromXML(xml)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw new DmnStop(
      'dmn_xml_invalid',
      '',
      `Expected a DMN file, got: ${error.message}; export it again from a modeller.`,
    )
  }
}

/** Entities are a way to read files and to fill the memory; no modeller writes them. */
function refuseDoctype(xml: string): void {
  const found = /<!(DOCTYPE|ENTITY)/i.exec(xml)
  if (found === null) return
  throw new DmnStop(
    'dmn_xml_forbidden',
    '',
    `Expected plain XML, got <!${found[1]}> at character ${found.index}; remove it.`,
  )
}

/** Only namespaces are touched: they stand in quotes. */
const asEdition13 = (xml: string): string =>
  OTHER_EDITIONS.reduce((text, [other, known]) => text.split(`"${other}"`).join(`"${known}"`), xml)

/** Drawing and foreign extensions may stay unread, decision logic never. */
function refuseUnread(message: string): void {
  const unread = /unparsable content <([^>]*)>/.exec(message)
  if (unread === null || /^(dmndi|di|dc|biodi):/.test(unread[1] ?? '')) return
  const line = message.replace(/\s+/g, ' ')
  throw new DmnStop(
    'dmn_unsupported',
    '',
    `Expected DMN 1.1 to 1.5 elements, got ${line}; remove or replace the element.`,
  )
}
