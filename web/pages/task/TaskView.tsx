import { useMemo } from 'react'
import type { TaskDetail } from '../../../api/contract/index.ts'
import { useMe } from '../../api/use-session.ts'
import { FormFrame, formToFill } from '../../form-renderer/index.ts'
import { ActionBar } from './ActionBar.tsx'
import { BrokenForm } from './BrokenForm.tsx'
import { TaskHeader } from './TaskHeader.tsx'
import { TaskNotice } from './TaskNotice.tsx'
import type { TaskPlace } from './TaskPanel.tsx'
import { TaskTabs } from './TaskTabs.tsx'
import classes from './TaskView.module.css'
import { useCompletion } from './use-completion.ts'
import { useDraft } from './use-draft.ts'
import { useTaskActions } from './use-task-actions.tsx'

/** `gone`: the server does not show the task to this person any more. */
export function TaskView({ task, gone, ...place }: TaskPlace & { task: TaskDetail; gone: boolean }) {
  const me = useMe()
  const form = useMemo(() => formToFill(task.form, task.outcomes), [task.form, task.outcomes])
  const draft = useDraft(me.id, task.key, task.draft)
  const { send, problem: refusal } = useCompletion(task, draft.discard, place.leave)
  const actions = useTaskActions(task, place)
  const locked = gone || task.state !== 'created' || !task.permissions.complete
  if (!form.ok) return <BrokenForm problems={form.error} />
  return (
    <FormFrame
      form={form.value}
      variables={{ ...task.variables, ...task.initial }}
      draft={task.state === 'created' ? (draft.found?.values ?? null) : null}
      locked={locked}
      currency={me.company.currency}
      onChange={draft.save}
      send={send}
    >
      <article className={classes.panel} data-place={place.place} aria-labelledby={`task-${task.key}`}>
        <div className={classes.scroll}>
          <TaskHeader task={task} place={place} actions={actions} />
          <TaskNotice
            task={task}
            gone={gone}
            refusal={refusal ?? actions.problem}
            draftFound={draft.found !== null && !locked}
          />
          <TaskTabs task={task} hasForm={task.form !== null} />
        </div>
        <ActionBar task={task} locked={locked} gone={gone} draftKept={draft.kept} actions={actions} />
      </article>
    </FormFrame>
  )
}
