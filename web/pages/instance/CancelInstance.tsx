import { Alert, Button, Group, Modal, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cancelInstance } from '../../api/queries/instances.ts'
import { useMay } from '../../api/use-session.ts'
import { useProblemText } from '../../components/states/use-problem-text.ts'
import { useLive } from '../../live/LiveProvider.tsx'

/** Ends an instance, after asking. */
export function CancelInstance({ instanceKey }: { instanceKey: string }) {
  const { t } = useTranslation('instance')
  const problemText = useProblemText()
  const live = useLive()
  const may = useMay('instance.cancel')
  const [asking, setAsking] = useState(false)
  const cancel = useMutation({
    mutationFn: () => cancelInstance(instanceKey),
    onSuccess: () => {
      setAsking(false)
      live.changed([{ kind: 'instance', key: instanceKey, rev: 0 }])
    },
  })
  if (!may) return null
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('cancel')}
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title={t('cancelTitle')}>
        <Text>{t('cancelText')}</Text>
        {cancel.error && (
          <Alert color="red" role="alert" mt="md" title={t('failed')}>
            {problemText(cancel.error)}
          </Alert>
        )}
        <Group justify="flex-end" mt="lg">
          <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
            {t('keep')}
          </Button>
          <Button color="red" variant="outline" loading={cancel.isPending} onClick={() => cancel.mutate()}>
            {t('cancelDo')}
          </Button>
        </Group>
      </Modal>
    </>
  )
}
