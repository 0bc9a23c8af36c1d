import { Tabs } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskDetail } from '../../../api/contract/index.ts'
import { useMay } from '../../api/use-session.ts'
import { RecordSummary } from '../../components/record/RecordSummary.tsx'
import { SkeletonLines } from '../../components/states/SkeletonLines.tsx'
import { Timeline } from '../../components/timeline/Timeline.tsx'
import classes from './TaskTabs.module.css'
import { TaskWork } from './TaskWork.tsx'

const InstanceDiagram = lazy(() =>
  import('../../bpmn/InstanceDiagram.tsx').then((module) => ({ default: module.InstanceDiagram })),
)

/** The work; and, one click away, what it is about, where it stands and what happened before. */
export function TaskTabs({ task, hasForm }: { task: TaskDetail; hasForm: boolean }) {
  const { t } = useTranslation('task')
  const mayRead = useMay('process.read')
  return (
    <div className={classes.columns}>
      <Tabs defaultValue="form" keepMounted={false} className={classes.main}>
        <Tabs.List aria-label={t('tabs.label')}>
          <Tabs.Tab value="form">{t('tabs.form')}</Tabs.Tab>
          {task.record && (
            <Tabs.Tab value="record" className={classes.recordTab}>
              {t('tabs.record')}
            </Tabs.Tab>
          )}
          {mayRead && <Tabs.Tab value="diagram">{t('tabs.diagram')}</Tabs.Tab>}
          {mayRead && <Tabs.Tab value="timeline">{t('tabs.timeline')}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="form" pt="md">
          <TaskWork task={task} hasForm={hasForm} />
        </Tabs.Panel>
        {task.record && (
          <Tabs.Panel value="record" pt="md">
            <RecordSummary record={task.record} />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="diagram" mt="md" className={classes.framed}>
          <Suspense fallback={<SkeletonLines lines={5} />}>
            <InstanceDiagram instanceKey={task.instanceKey} />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="timeline" pt="md">
          <Timeline instanceKey={task.instanceKey} />
        </Tabs.Panel>
      </Tabs>
      {task.record && (
        <aside className={classes.aside} aria-label={t('tabs.record')}>
          <RecordSummary record={task.record} />
        </aside>
      )}
    </div>
  )
}
