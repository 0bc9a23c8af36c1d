import { Tooltip } from '@mantine/core'
import { useFormat } from '../format/use-format.ts'
import { useNow } from '../format/use-now.ts'

/** A moment as a distance from now; the exact time on hover and for screen readers' title. */
export function Time({ at }: { at: string }) {
  const format = useFormat()
  const now = useNow()
  const exact = format.exact(at)
  return (
    <Tooltip label={exact}>
      <time dateTime={at} aria-label={`${format.relative(at, now)}, ${exact}`}>
        {format.relative(at, now)}
      </time>
    </Tooltip>
  )
}
