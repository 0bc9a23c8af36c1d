import { Button, Group, Modal, Select, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lookupQuery } from '../../api/queries/lookup.ts'
import { useProblemText } from '../../components/states/use-problem-text.ts'

interface AssignDialogProps {
  readonly assign: (user: string) => Promise<unknown>
  readonly close: () => void
  /** Who has it now, and is not offered. */
  readonly holder: string | null
  /** It comes back when the other one is done with it. */
  readonly delegates?: boolean
}

export function AssignDialog({ assign, close, holder, delegates = false }: AssignDialogProps) {
  const { t } = useTranslation(['task', 'form'])
  const problemText = useProblemText()
  const [person, setPerson] = useState<string | null>(null)
  const [search, setSearch] = useState('')
  const handOn = useMutation({ mutationFn: assign, onSuccess: close })
  const [settled] = useDebouncedValue(search, 150)
  const people = useQuery({
    ...lookupQuery('person', { search: settled }),
    placeholderData: keepPreviousData,
  })
  const offered = (people.data?.items ?? []).filter(({ value }) => value !== holder)
  const problem = handOn.error ?? people.error
  return (
    <Modal opened onClose={close} title={t(delegates ? 'delegateTitle' : 'assignTitle')}>
      {delegates && (
        <Text c="dimmed" mb="md">
          {t('delegateHint')}
        </Text>
      )}
      <Select
        label={t('assignPerson')}
        data-autofocus
        searchable
        value={person}
        onChange={setPerson}
        onSearchChange={setSearch}
        filter={({ options }) => options}
        data={offered.map(({ value, label }) => ({ value, label }))}
        nothingFoundMessage={t(people.isFetching ? 'form:looking' : 'form:nothingFound')}
        error={problem ? problemText(problem) : undefined}
      />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button
          disabled={person === null}
          loading={handOn.isPending}
          onClick={() => person !== null && handOn.mutate(person)}
        >
          {t(delegates ? 'delegateDo' : 'assignDo')}
        </Button>
      </Group>
    </Modal>
  )
}
