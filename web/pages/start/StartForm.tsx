import { Alert, Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StartForm as StartFormAnswer } from '../../../api/contract/index.ts'
import { problemOf } from '../../api/api-problem.ts'
import { startProcess } from '../../api/queries/processes.ts'
import { useMay, useMe } from '../../api/use-session.ts'
import { useProblemText } from '../../components/states/use-problem-text.ts'
import {
  FormFields,
  FormFrame,
  formToFill,
  OutcomeButtons,
  type SendForm,
} from '../../form-renderer/index.ts'
import { BrokenForm } from '../task/BrokenForm.tsx'
import classes from './Start.module.css'

interface StartFormProps {
  readonly processId: string
  readonly name: string
  readonly start: StartFormAnswer
}

export function StartForm({ processId, name, start }: StartFormProps) {
  const { t } = useTranslation('start')
  const me = useMe()
  const mayRead = useMay('instance.read')
  const navigate = useNavigate()
  const problemText = useProblemText()
  const [error, setError] = useState<unknown>(null)
  const form = useMemo(() => formToFill(start.form, start.outcomes), [start])
  const send: SendForm = async (outcome, values, idempotencyKey) => {
    setError(null)
    try {
      const { instanceKey } = await startProcess(processId, { values, outcome }, idempotencyKey)
      notifications.show({ message: t('started', { process: name }), color: 'green' })
      void (mayRead
        ? navigate({ to: '/instances/$instanceKey', params: { instanceKey } })
        : navigate({ to: '/inbox/$view', params: { view: 'mine' } }))
    } catch (problem) {
      if (problemOf(problem)?.code !== 'form_not_valid') setError(problem)
      throw problem
    }
  }
  if (!form.ok) return <BrokenForm problems={form.error} />
  return (
    <FormFrame
      form={form.value}
      variables={start.initial}
      draft={null}
      locked={false}
      currency={me.company.currency}
      send={send}
    >
      {error !== null && (
        <Alert color="red" role="alert" mb="md" title={t('failed')}>
          {problemText(error)}
        </Alert>
      )}
      {start.form === null ? (
        <p className={classes.quiet}>{t('noForm')}</p>
      ) : (
        <div className={classes.form}>
          <FormFields />
        </div>
      )}
      <div className={classes.bar}>
        <OutcomeButtons finish={t('start')} />
        <Button component={Link} to="/start" variant="subtle" color="gray">
          {t('cancel')}
        </Button>
      </div>
    </FormFrame>
  )
}
