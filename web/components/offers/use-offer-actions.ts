import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Offer } from '../../../api/contract/index.ts'
import { idempotencyKey } from '../../api/idempotency-key.ts'
import { beginActivity, finishOffer } from '../../api/queries/offers.ts'
import { useLocalName } from '../../i18n/use-local-name.ts'
import { useLive } from '../../live/LiveProvider.tsx'
import { useProblemText } from '../states/use-problem-text.ts'

type Activity = Offer['activities'][number]

/** Begins what is offered and ends it. `onTask` is told of a task of it that the person may do now. */
export function useOfferActions(offer: Offer, onTask: (taskKey: string) => void) {
  const { t } = useTranslation('offer')
  const nameOf = useLocalName()
  const problemText = useProblemText()
  const live = useLive()
  const settled = () =>
    live.changed([
      { kind: 'offer', key: offer.key, rev: 0 },
      { kind: 'instance', key: offer.instanceKey, rev: 0 },
    ])
  const refused = (error: Error) => notifications.show({ message: problemText(error), color: 'red' })
  const begin = useMutation({
    mutationFn: (activity: Activity) => beginActivity(offer.key, activity.elementId, idempotencyKey()),
    onSuccess: ({ taskKey }, activity) => {
      notifications.show({ message: t('begun', { activity: nameOf(activity, activity.elementId) }) })
      if (taskKey !== null) onTask(taskKey)
    },
    onError: refused,
    onSettled: settled,
  })
  const finish = useMutation({
    mutationFn: () => finishOffer(offer.key),
    onSuccess: () => notifications.show({ message: t('finished', { name: nameOf(offer, offer.elementId) }) }),
    onError: refused,
    onSettled: settled,
  })
  return { begin, finish }
}
