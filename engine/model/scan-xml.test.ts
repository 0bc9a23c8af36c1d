import { expectWithin } from '../testing/expect-within.ts'
import { maxCharacters, maxDepth, maxXmlElements, scanXml } from './scan-xml.ts'

const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth)

test.each([
  ['a document type', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>', 'xml_doctype'],
  ['an entity declaration', '<!ENTITY b SYSTEM "file:///etc/passwd"><a/>', 'xml_doctype'],
  ['a lower-case document type', '<!doctype html><a/>', 'xml_doctype'],
  ['too many characters', `<a>${' '.repeat(maxCharacters)}</a>`, 'too_large'],
  ['deep nesting', nested(maxDepth + 1), 'too_deep'],
  ['deep nesting behind a > in an attribute', `<a b="/>">`.repeat(maxDepth + 1), 'too_deep'],
  ['too many elements', `<a>${'<b/>'.repeat(maxXmlElements)}</a>`, 'too_many_elements'],
])('refuses %s', (_, xml, code) => {
  expect(scanXml(xml)?.code).toBe(code)
})

test.each([
  ['the deepest nesting allowed', nested(maxDepth)],
  ['self-closing siblings without end', '<a/>'.repeat(1_000)],
  ['a comment that looks like a document type', '<a><!-- <!DOCTYPE x> --></a>'],
  ['character data that looks like deep nesting', `<a><![CDATA[${'<b>'.repeat(100)}]]></a>`],
  ['an unfinished tag', '<a b="'],
  ['no XML at all', 'hello < '],
])('lets %s pass to the parser', (_, xml) => {
  expect(scanXml(xml)).toBeNull()
})

test.each([
  ['unfinished comments', '<!--'.repeat(400_000)],
  ['unfinished tags', '<a '.repeat(600_000)],
  ['unfinished quotes', '<a b="'.repeat(300_000)],
  ['unfinished character data', '<![CDATA['.repeat(200_000)],
])('two million characters of %s cost less than 100 ms', (_, xml) => {
  const start = performance.now()
  scanXml(xml)
  expectWithin(performance.now() - start, 100)
})
