import { readdirSync, readFileSync } from 'node:fs'
import { fieldErrorCodes } from '../../forms/index.ts'

const folder = new URL('.', import.meta.url)
const languages = ['en', 'fa'] as const
const files = readdirSync(new URL('en/', folder)).filter((name) => name.endsWith('.json'))

const read = (language: string, file: string): object =>
  JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8'))

const pathsOf = (texts: object, prefix = ''): string[] =>
  Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'object' && text !== null ? pathsOf(text, `${prefix}${name}.`) : [`${prefix}${name}`],
  )

const placeholders = (text: unknown): string[] =>
  String(text)
    .match(/{{[^}]+}}/g)
    ?.sort() ?? []
const textAt = (texts: object, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, name) => (inner as Record<string, unknown>)[name], texts) // a path of pathsOf

describe.each(files)('the texts of %s', (file) => {
  const english = read('en', file)

  test('exist in Persian, and no others', () => {
    expect(pathsOf(read('fa', file)).sort()).toEqual(pathsOf(english).sort())
  })

  test('take the same values in both languages', () => {
    const persian = read('fa', file)
    for (const path of pathsOf(english))
      expect([path, placeholders(textAt(persian, path))]).toEqual([path, placeholders(textAt(english, path))])
  })

  test('have a form for one and for several wherever they count', () => {
    const paths = pathsOf(english)
    for (const path of paths.filter((name) => name.endsWith('_one')))
      expect(paths).toContain(path.replace(/_one$/, '_other'))
  })
})

test.each(languages)('every error of a field has a text in %s', (language) => {
  expect(pathsOf(read(language, 'form.json'))).toEqual(
    expect.arrayContaining(fieldErrorCodes.map((code) => `error.${code}`)),
  )
})
