import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format/use-format.ts'

/** What the word that a task is put off says, with the way back. */
export function UndoPutOff({ at, undo }: { at: string; undo: () => void }) {
  const { t } = useTranslation('task')
  const format = useFormat()
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap">
      <span>{t('followUp.until', { when: format.dateTime(at) })}</span>
      <Button variant="subtle" size="compact-sm" flex="none" onClick={undo}>
        {t('followUp.undo')}
      </Button>
    </Group>
  )
}
