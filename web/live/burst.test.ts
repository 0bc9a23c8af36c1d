import { jest } from '@jest/globals'
import { burst } from './burst.ts'

describe('burst', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: 0 })
  })
  afterEach(() => {
    jest.useRealTimers()
  })

  const recorded = () => {
    const runs: { at: number; items: number[] }[] = []
    const add = burst<number>((items) => runs.push({ at: Date.now(), items }), { wait: 40, gap: 250 })
    return { runs, add }
  }

  test('hands a burst over in one run', () => {
    const { runs, add } = recorded()
    add([1])
    add([2, 3])
    jest.advanceTimersByTime(39)
    expect(runs).toEqual([])
    jest.advanceTimersByTime(1)
    expect(runs).toEqual([{ at: 40, items: [1, 2, 3] }])
  })

  test('keeps the gap under a steady stream and loses nothing', () => {
    const { runs, add } = recorded()
    for (let item = 0; item < 100; item++) {
      add([item])
      jest.advanceTimersByTime(10)
    }
    jest.advanceTimersByTime(300)
    expect(runs.map((run) => run.at)).toEqual([40, 290, 540, 790, 1040])
    expect(runs.flatMap((run) => run.items)).toEqual(Array.from({ length: 100 }, (_, item) => item))
  })

  test('is quick again after a pause', () => {
    const { runs, add } = recorded()
    add([1])
    jest.advanceTimersByTime(1000)
    add([2])
    jest.advanceTimersByTime(40)
    expect(runs.map((run) => run.at)).toEqual([40, 1040])
  })
})
