import type { InstanceDetail, ProcessDetail } from '../../api/contract/index.ts'
import { marksOfInstance, marksOfProcess } from './marks.ts'

describe('marks', () => {
  test('of an instance tell stuck tokens from waiting ones on the same element, and what is waited for', () => {
    const instance = {
      tokens: [
        { elementId: 'ask', count: 2, incident: false },
        { elementId: 'ask', count: 1, incident: true },
      ],
      awaitedData: [{ elementId: 'pay', oneOf: [['Offer'], ['Order', 'Price list']] }],
      taken: ['flow1'],
      completedElements: ['start'],
    }
    // The rest of an instance has no part in its picture.
    const marks = marksOfInstance(instance as unknown as InstanceDetail)
    expect(marks.tokens.get('ask')).toEqual({ active: 2, incidents: 1 })
    expect(marks.awaitedData.get('pay')).toEqual([['Offer'], ['Order', 'Price list']])
    expect([...marks.taken, ...marks.completed]).toEqual(['flow1', 'start'])
  })

  test('of a process count what runs', () => {
    const process = { elements: { ask: { active: 3, incidents: 1 } } } as unknown as ProcessDetail // as above
    expect(marksOfProcess(process).tokens.get('ask')).toEqual({ active: 2, incidents: 1 })
  })
})
