import { StatusBadge, type Tone } from '../status/StatusBadge.tsx'
import { useStageName } from './use-stage-name.ts'

const tones: Readonly<Record<string, Tone>> = {
  won: 'good',
  partly_won: 'good',
  lost: 'neutral',
  cancelled: 'neutral',
}

/** Where a deal or an item stands; its result once it has one. */
export function StageBadge({ stage, result }: { stage: string; result?: string | null }) {
  const stageName = useStageName()
  const shown = result && result !== 'open' ? result : stage
  return <StatusBadge tone={tones[shown] ?? 'accent'}>{stageName(shown)}</StatusBadge>
}
