import { useTranslation } from 'react-i18next'
import type { TaskDetail } from '../../../api/contract/index.ts'
import { FormFields } from '../../form-renderer/index.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useLocalName } from '../../i18n/use-local-name.ts'
import classes from './TaskWork.module.css'

/** What to do, the form, and where it goes then. */
export function TaskWork({ task, hasForm }: { task: TaskDetail; hasForm: boolean }) {
  const { t } = useTranslation('task')
  const { code } = useLanguage()
  const nameOf = useLocalName()
  const what = task.documentations[code] || task.documentation
  // An element that the diagram gives no name would be told by its id, which says nothing to people.
  const next = task.next
    .filter((element) => nameOf(element) !== element.elementId)
    .map((element) => nameOf(element))
  return (
    <>
      {what && (
        <p className={classes.what} dir="auto">
          {what}
        </p>
      )}
      {hasForm ? (
        <div className={classes.form}>
          <FormFields />
        </div>
      ) : (
        <p className={classes.nothing}>{t('noForm')}</p>
      )}
      {next.length > 0 && task.state === 'created' && (
        <p className={classes.next}>{t('next', { names: next.join(' · ') })}</p>
      )}
    </>
  )
}
