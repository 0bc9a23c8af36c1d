import { Skeleton, Stack } from '@mantine/core'

const widths = ['60%', '90%', '75%', '82%', '55%', '70%']

/** Grey lines where text will be. */
export function SkeletonLines({ lines }: { lines: number }) {
  return (
    <Stack gap={12} aria-hidden="true">
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <Skeleton key={index} height={14} width={widths[index % widths.length] ?? '80%'} />
      ))}
    </Stack>
  )
}
