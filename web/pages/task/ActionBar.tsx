import { Button, Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskDetail } from '../../../api/contract/index.ts'
import { OutcomeButtons } from '../../form-renderer/index.ts'
import classes from './ActionBar.module.css'
import { DelegatedBar } from './DelegatedBar.tsx'
import { goesOn, setGoesOn } from './go-on.ts'
import type { TaskActions } from './use-task-actions.tsx'

interface ActionBarProps {
  readonly task: TaskDetail
  readonly locked: boolean
  readonly gone: boolean
  readonly draftKept: boolean
  readonly actions: TaskActions
}

/** What can be done with the task now; never scrolls away. */
export function ActionBar({ task, locked, gone, draftKept, actions }: ActionBarProps) {
  const { t } = useTranslation('task')
  const claimable = task.permissions.claim && task.assignee === null && !gone
  if (task.state === 'created' && task.permissions.resolve && !gone)
    return <DelegatedBar task={task} actions={actions} />
  if (task.state !== 'created' || (locked && !claimable)) return null
  if (locked)
    return (
      <footer className={classes.bar}>
        <span className={classes.hint}>{t('claimHint')}</span>
        <div className={classes.buttons}>
          <Button loading={actions.pending} onClick={actions.claim}>
            {t('claim')}
          </Button>
        </div>
      </footer>
    )
  return (
    <footer className={classes.bar}>
      <div className={classes.side}>
        <GoOnSwitch />
        <span className={classes.hint} role="status">
          {draftKept && t('draftKept')}
        </span>
      </div>
      <div className={classes.buttons}>
        {claimable && (
          <Button variant="default" loading={actions.pending} onClick={actions.claim}>
            {t('claim')}
          </Button>
        )}
        <OutcomeButtons finish={t('complete')} />
      </div>
    </footer>
  )
}

function GoOnSwitch() {
  const { t } = useTranslation('task')
  const [wanted, setWanted] = useState(goesOn)
  return (
    <Switch
      size="sm"
      label={t('goOn')}
      checked={wanted}
      onChange={(event) => {
        setWanted(event.currentTarget.checked)
        setGoesOn(event.currentTarget.checked)
      }}
    />
  )
}
