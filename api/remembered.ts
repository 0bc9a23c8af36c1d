/** Answers of `load` by id, kept for so many milliseconds. A failure is not kept. */
export interface Remembered<T> {
  (id: string): Promise<T>
  forget(id: string): void
  forgetAll(): void
}

/** More ids than this are not worth remembering one by one: all are forgotten and asked anew. */
const MOST = 10_000

/** `load`, asked at most once per id in so many `milliseconds` of `now`. */
export function remembered<T>(
  load: (id: string) => Promise<T>,
  milliseconds: number,
  now: () => number,
): Remembered<T> {
  const kept = new Map<string, { until: number; value: Promise<T> }>()
  const recall = (id: string): Promise<T> => {
    const known = kept.get(id)
    if (known !== undefined && known.until > now()) return known.value
    if (kept.size >= MOST) kept.clear()
    const value = load(id)
    kept.set(id, { until: now() + milliseconds, value })
    value.catch(() => kept.delete(id))
    return value
  }
  return Object.assign(recall, {
    forget: (id: string) => void kept.delete(id),
    forgetAll: () => kept.clear(),
  })
}
