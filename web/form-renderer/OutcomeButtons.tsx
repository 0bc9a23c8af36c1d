import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { labelOf } from '../../forms/index.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { useFilledForm } from './filled-form.ts'
import classes from './form.module.css'
import { inOrder, primaryOutcome } from './primary-outcome.ts'

/** One button for each way to end the task; a form without outcomes has the one that `finish` names. */
export function OutcomeButtons({ finish }: { finish: string }) {
  const { t } = useTranslation('form')
  const { code } = useLanguage()
  const { form, outcomes, context, submitting, submit } = useFilledForm()
  if (form.outcomes.length === 0)
    return (
      <Button loading={submitting !== null} onClick={() => submit(null)}>
        {finish}
      </Button>
    )
  const primary = primaryOutcome(outcomes)
  return (
    <>
      <span className="visually-hidden">{t('outcomes')}</span>
      {inOrder(outcomes, primary).map((outcome) => (
        <Button
          key={outcome.outcome}
          variant={outcome === primary ? 'filled' : 'default'}
          className={outcome.destructive ? classes.destructive : undefined}
          loading={submitting === outcome.outcome}
          disabled={submitting !== null && submitting !== outcome.outcome}
          onClick={() => submit(outcome.outcome)}
        >
          {labelOf(outcome, code, context)}
        </Button>
      ))}
    </>
  )
}
