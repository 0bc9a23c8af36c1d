import { Button, Group, Modal, Text } from '@mantine/core'
import type { UseMutationResult } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Offer } from '../../../api/contract/index.ts'
import classes from './Offers.module.css'

interface FinishOfferProps {
  readonly offer: Offer
  readonly finish: UseMutationResult<null, Error, void>
}

/** Says that the work is done, after asking: nothing begins there any more, and what is open may be withdrawn. */
export function FinishOffer({ offer, finish }: FinishOfferProps) {
  const { t } = useTranslation('offer')
  const [asking, setAsking] = useState(false)
  const then = () => {
    if (offer.active === 0) return t('nothingOpen')
    return offer.withdraws ? t('withdraws', { count: offer.active }) : t('waits')
  }
  return (
    <>
      <Button
        size="compact-sm"
        variant="transparent"
        px={0}
        className={classes.finish}
        onClick={() => setAsking(true)}
      >
        {t('done')}
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title={t('ask')} withCloseButton={false}>
        <Text>{then()}</Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
            {t('no')}
          </Button>
          <Button
            loading={finish.isPending}
            onClick={() => finish.mutate(undefined, { onSettled: () => setAsking(false) })}
          >
            {t('yes')}
          </Button>
        </Group>
      </Modal>
    </>
  )
}
