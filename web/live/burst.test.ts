import { burst } from './burst.ts'

/** A clock that stands still until it is moved. */
function stillClock() {
  let now = 0
  let due: { at: number; run: () => void }[] = []
  return {
    now: () => now,
    later: (run: () => void, delay: number) => void due.push({ at: now + delay, run }),
    move(by: number) {
      const end = now + by
      for (const { at, run } of due.filter((item) => item.at <= end).sort((a, b) => a.at - b.at)) {
        now = at
        run()
      }
      due = due.filter((item) => item.at > end)
      now = end
    },
  }
}

const recorded = () => {
  const clock = stillClock()
  const runs: { at: number; items: number[] }[] = []
  const add = burst<number>((items) => runs.push({ at: clock.now(), items }), { wait: 40, gap: 250 }, clock)
  return { clock, runs, add }
}

describe('burst', () => {
  test('hands a burst over in one run', () => {
    const { clock, runs, add } = recorded()
    add([1])
    add([2, 3])
    clock.move(39)
    expect(runs).toEqual([])
    clock.move(1)
    expect(runs).toEqual([{ at: 40, items: [1, 2, 3] }])
  })

  test('keeps the gap under a steady stream and loses nothing', () => {
    const { clock, runs, add } = recorded()
    for (let item = 0; item < 100; item++) {
      add([item])
      clock.move(10)
    }
    clock.move(300)
    expect(runs.map((run) => run.at)).toEqual([40, 290, 540, 790, 1040])
    expect(runs.flatMap((run) => run.items)).toEqual(Array.from({ length: 100 }, (_, item) => item))
  })

  test('is quick again after a pause', () => {
    const { clock, runs, add } = recorded()
    add([1])
    clock.move(1000)
    add([2])
    clock.move(40)
    expect(runs.map((run) => run.at)).toEqual([40, 1040])
  })
})
