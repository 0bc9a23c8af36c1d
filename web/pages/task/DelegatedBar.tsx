import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TaskDetail } from '../../../api/contract/index.ts'
import { useMe } from '../../api/use-session.ts'
import classes from './ActionBar.module.css'
import type { TaskActions } from './use-task-actions.tsx'

/** A delegated task is not completed: it is given back to its owner, who may also take it back. [UT8] */
export function DelegatedBar({ task: { owner }, actions }: { task: TaskDetail; actions: TaskActions }) {
  const { t } = useTranslation('task')
  const me = useMe()
  const name = owner?.name ?? ''
  const isMine = owner?.id === me.id
  return (
    <footer className={classes.bar}>
      <span className={classes.hint}>{isMine ? t('delegatedByYou') : t('delegatedBy', { name })}</span>
      <div className={classes.buttons}>
        <Button
          variant={isMine ? 'default' : 'filled'}
          loading={actions.pending}
          onClick={isMine ? actions.takeBack : actions.resolve}
        >
          {isMine ? t('takeBack') : t('resolve', { name })}
        </Button>
      </div>
    </footer>
  )
}
