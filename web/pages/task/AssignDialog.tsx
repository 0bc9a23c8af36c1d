import { Button, Group, Modal, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lookupQuery } from '../../api/queries/lookup.ts'
import { useProblemText } from '../../components/states/use-problem-text.ts'

interface AssignDialogProps {
  readonly assign: (user: string) => Promise<unknown>
  readonly close: () => void
  /** It comes back when the other one is done with it. */
  readonly delegates?: boolean
}

export function AssignDialog({ assign, close, delegates = false }: AssignDialogProps) {
  const { t } = useTranslation(['task', 'form'])
  const problemText = useProblemText()
  const [person, setPerson] = useState<string | null>(null)
  const [search, setSearch] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [settled] = useDebouncedValue(search, 150)
  const people = useQuery({
    ...lookupQuery('person', { search: settled }),
    placeholderData: keepPreviousData,
  })
  const submit = async () => {
    if (person === null) return
    await assign(person).then(close, setError)
  }
  return (
    <Modal opened onClose={close} title={t(delegates ? 'delegateTitle' : 'assignTitle')}>
      <Select
        label={t('assignPerson')}
        data-autofocus
        searchable
        value={person}
        onChange={setPerson}
        onSearchChange={setSearch}
        filter={({ options }) => options}
        data={(people.data?.items ?? []).map(({ value, label }) => ({ value, label }))}
        nothingFoundMessage={t('form:nothingFound')}
        error={error ? problemText(error) : undefined}
      />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button disabled={person === null} onClick={() => void submit()}>
          {t(delegates ? 'delegateDo' : 'assignDo')}
        </Button>
      </Group>
    </Modal>
  )
}
