import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { InstanceDetail } from '../../../api/contract/index.ts'
import { resumeInstance, suspendInstance } from '../../api/queries/instances.ts'
import { useMay } from '../../api/use-session.ts'
import { useProblemText } from '../../components/states/use-problem-text.ts'
import { useLive } from '../../live/LiveProvider.tsx'

/** Lets nothing move in an instance, and lets it go on. One that was called goes with its caller. [SU4] */
export function SuspendInstance({ instance: { key, suspended, parent } }: { instance: InstanceDetail }) {
  const { t } = useTranslation('instance')
  const problemText = useProblemText()
  const live = useLive()
  const may = useMay('instance.repair')
  const turn = useMutation({
    mutationFn: () => (suspended ? resumeInstance(key) : suspendInstance(key)),
    onError: (error) => notifications.show({ message: problemText(error), color: 'red' }),
    onSettled: () => live.changed([{ kind: 'instance', key, rev: 0 }]),
  })
  if (!may || parent !== null) return null
  return (
    <Button variant={suspended ? 'filled' : 'default'} loading={turn.isPending} onClick={() => turn.mutate()}>
      {t(suspended ? 'resume' : 'suspend')}
    </Button>
  )
}
