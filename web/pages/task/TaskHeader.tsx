import { ActionIcon } from '@mantine/core'
import { IconArrowLeft, IconExternalLink } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskDetail } from '../../../api/contract/index.ts'
import { useMay } from '../../api/use-session.ts'
import { SubjectLink } from '../../components/SubjectLink.tsx'
import { Due } from '../../components/status/Due.tsx'
import { FollowUp } from '../../components/status/FollowUp.tsx'
import { useLanguage } from '../../i18n/use-language.ts'
import { useLocalName } from '../../i18n/use-local-name.ts'
import { Assignee } from './Assignee.tsx'
import classes from './TaskHeader.module.css'
import { TaskMenu } from './TaskMenu.tsx'
import type { TaskPlace } from './TaskPanel.tsx'
import type { TaskActions } from './use-task-actions.tsx'

interface TaskHeaderProps {
  readonly task: TaskDetail
  readonly place: TaskPlace
  readonly actions: TaskActions
}

/** What, in which process, for whom, by when, with whom. */
export function TaskHeader({ task, place, actions }: TaskHeaderProps) {
  const { t } = useTranslation('task')
  const { direction } = useLanguage()
  const nameOf = useLocalName()
  const mayRead = useMay('instance.read')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // Who opened it from the list goes on reading here; who came by address keeps the focus where it is.
    if (document.activeElement?.closest('[data-opens-task]')) heading.current?.focus({ preventScroll: true })
  }, [])
  const process = nameOf({ name: task.processName, names: task.processNames })
  return (
    <header className={classes.header}>
      <div className={classes.top}>
        {place.place === 'inbox' ? (
          <Link to="/inbox/$view" params={{ view: place.view }} search className={classes.back}>
            <IconArrowLeft
              size={18}
              style={direction === 'rtl' ? { transform: 'scaleX(-1)' } : {}}
              aria-hidden="true"
            />
            {t('back')}
          </Link>
        ) : null}
        <span className={classes.process}>
          {mayRead ? (
            <Link to="/instances/$instanceKey" params={{ instanceKey: task.instanceKey }}>
              {process}
            </Link>
          ) : (
            process
          )}
        </span>
        <span className={classes.tools}>
          {place.place === 'inbox' && (
            <ActionIcon
              component={Link}
              to={`/tasks/${task.key}`}
              variant="subtle"
              color="gray"
              size={32}
              aria-label={t('openAlone')}
              title={t('openAlone')}
            >
              <IconExternalLink size={18} stroke={1.6} />
            </ActionIcon>
          )}
          <TaskMenu task={task} actions={actions} />
        </span>
      </div>
      <h2 id={`task-${task.key}`} ref={heading} tabIndex={-1} className={classes.title} dir="auto">
        {nameOf(task, task.elementId)}
      </h2>
      <div className={classes.facts}>
        {task.subject && <SubjectLink subject={task.subject} />}
        {task.state === 'created' && <Due at={task.dueAt} />}
        {task.state === 'created' && <FollowUp at={task.followUpAt} />}
        <Assignee task={task} />
      </div>
    </header>
  )
}
