import { useFormat } from '../format/use-format.ts'
import { useNow } from '../format/use-now.ts'

/** A moment as a distance from now; the exact time on hover. */
export function Time({ at }: { at: string }) {
  const format = useFormat()
  const now = useNow()
  return (
    <time dateTime={at} title={format.exact(at)}>
      {format.relative(at, now)}
    </time>
  )
}
