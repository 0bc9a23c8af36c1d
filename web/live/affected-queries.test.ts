import { affectedQueries } from './affected-queries.ts'

describe('affectedQueries', () => {
  test('names each query once, however many changes touch it', () => {
    const affected = affectedQueries([
      { kind: 'task', key: '11', rev: 1 },
      { kind: 'task', key: '12', rev: 4 },
      { kind: 'counts', key: 'sales', rev: 9 },
    ])
    expect(affected).toEqual([['inbox'], ['counts'], ['task', '11'], ['task', '12']])
  })

  test('leads what may be begun to the inbox and to the pages of cases', () => {
    expect(affectedQueries([{ kind: 'offer', key: '7', rev: 3 }])).toEqual([['offers']])
  })

  test('leads a record change to that record and to the lists of records', () => {
    expect(affectedQueries([{ kind: 'record', key: 'opportunity:12', rev: 3 }])).toEqual([
      ['record', 'opportunity', '12'],
      ['records'],
    ])
  })

  test('leads an instance change to its page, its timeline and the counts of its process', () => {
    const affected = affectedQueries([{ kind: 'instance', key: '7', rev: 3 }]).map((key) => key[0])
    expect(affected).toEqual(['instance', 'timeline', 'instances', 'offers', 'processes', 'process'])
  })
})
