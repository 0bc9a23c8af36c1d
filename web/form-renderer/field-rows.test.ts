import { parseForm } from '../../forms/index.ts'
import { fieldRows } from './field-rows.ts'

const field = (key: string, row?: string, columns?: number) => ({
  type: 'textfield',
  key,
  id: key,
  label: key,
  ...(row ? { layout: { row, ...(columns ? { columns } : {}) } } : {}),
})

const placesOf = (...components: object[]) => {
  const form = parseForm({ type: 'default', id: 'tested', components })
  if (!form.ok) throw new Error(JSON.stringify(form.error))
  return fieldRows(form.value.fields).map((row) =>
    row.map((placed) => `${placed.field.key} ${placed.columns}`),
  )
}

describe('fieldRows', () => {
  test('gives a field without a row the whole width', () => {
    expect(placesOf(field('a'), field('b'))).toEqual([['a 16'], ['b 16']])
  })

  test('puts neighbours of one row side by side and shares what is left', () => {
    expect(placesOf(field('a', 'r1', 4), field('b', 'r1'), field('c', 'r1'), field('d', 'r2'))).toEqual([
      ['a 4', 'b 6', 'c 6'],
      ['d 16'],
    ])
  })
})
