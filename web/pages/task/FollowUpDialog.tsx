import { Button, Group, Modal, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../../components/states/use-problem-text.ts'
import { DatePickerField } from '../../form-renderer/fields/DatePickerField.tsx'
import { LocalDates } from '../../form-renderer/fields/LocalDates.tsx'
import { useTimeZone } from '../../format/time-zone.ts'
import { followUpChoices } from './follow-up-choices.ts'

interface FollowUpDialogProps {
  /** When the task comes back as it stands; null: it is not put off. */
  readonly current: string | null
  readonly putOff: (at: string) => Promise<unknown>
  readonly close: () => void
}

/** When a task is to come back: a moment that is often meant, or any other. */
export function FollowUpDialog({ current, putOff, close }: FollowUpDialogProps) {
  const { t } = useTranslation('task')
  const problemText = useProblemText()
  const zone = useTimeZone() ?? 'UTC'
  const id = useId()
  const [choices] = useState(() => followUpChoices(Date.now(), zone))
  const [at, setAt] = useState<string | null>(current ?? choices[1]?.[1] ?? null)
  const [picking, setPicking] = useState(false)
  const save = useMutation({ mutationFn: putOff, onSuccess: close })
  const past = at !== null && Date.parse(at) <= Date.now()
  return (
    <Modal
      opened
      onClose={close}
      title={t('followUp.title')}
      // Escape first closes the calendar.
      closeOnEscape={!picking}
      closeOnClickOutside={!picking}
    >
      <Text c="dimmed" mb="md">
        {t('followUp.hint')}
      </Text>
      <Group gap="xs" mb="md">
        {choices.map(([choice, moment]) => (
          <Button
            key={choice}
            size="compact-md"
            variant={isSame(moment, at) ? 'outline' : 'default'}
            aria-pressed={isSame(moment, at)}
            {...(choice === 'tomorrow' ? { 'data-autofocus': true } : {})}
            onClick={() => setAt(moment)}
          >
            {t(`followUp.${choice}`)}
          </Button>
        ))}
      </Group>
      <LocalDates>
        <DatePickerField
          id={id}
          label={t('followUp.at')}
          required
          withTime
          zone={zone}
          value={at}
          error={past ? t('followUp.past') : save.error ? problemText(save.error) : undefined}
          onChange={setAt}
          onOpenChange={setPicking}
        />
      </LocalDates>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button
          disabled={at === null || past}
          loading={save.isPending}
          onClick={() => at !== null && save.mutate(new Date(at).toISOString())}
        >
          {t('followUp.do')}
        </Button>
      </Group>
    </Modal>
  )
}

/** The picker writes the same moment with another offset. */
const isSame = (moment: string, at: string | null): boolean =>
  at !== null && Date.parse(moment) === Date.parse(at)
