import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowBackUp,
  IconClockPause,
  IconClockPlay,
  IconDots,
  IconUserShare,
  IconUserUp,
} from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskDetail } from '../../../api/contract/index.ts'
import { useNow } from '../../format/use-now.ts'
import { AssignDialog } from './AssignDialog.tsx'
import type { TaskActions } from './use-task-actions.tsx'

/** Calendars are fetched when one is asked for. */
const FollowUpDialog = lazy(() =>
  import('./FollowUpDialog.tsx').then((module) => ({ default: module.FollowUpDialog })),
)

/** What can be done with a task besides doing it. */
export function TaskMenu({ task, actions }: { task: TaskDetail; actions: TaskActions }) {
  const { t } = useTranslation('task')
  const [dialog, setDialog] = useState<'assign' | 'delegate' | 'followUp' | null>(null)
  const now = useNow()
  const { release, reassign, delegate, followUp } = task.permissions
  if (task.state !== 'created' || (!release && !reassign && !delegate && !followUp)) return null
  const isPutOff = task.followUpAt !== null && Date.parse(task.followUpAt) > now
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('more')}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {followUp && (
            <Menu.Item leftSection={<IconClockPause size={16} />} onClick={() => setDialog('followUp')}>
              {t(isPutOff ? 'followUp.change' : 'followUp.open')}
            </Menu.Item>
          )}
          {followUp && isPutOff && (
            <Menu.Item leftSection={<IconClockPlay size={16} />} onClick={actions.showNow}>
              {t('followUp.clear')}
            </Menu.Item>
          )}
          {release && (
            <Menu.Item leftSection={<IconArrowBackUp size={16} />} onClick={actions.release}>
              {t('release')}
            </Menu.Item>
          )}
          {reassign && (
            <Menu.Item leftSection={<IconUserShare size={16} />} onClick={() => setDialog('assign')}>
              {t('assign')}
            </Menu.Item>
          )}
          {delegate && (
            <Menu.Item leftSection={<IconUserUp size={16} />} onClick={() => setDialog('delegate')}>
              {t('delegate')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'followUp' && (
        <Suspense fallback={null}>
          <FollowUpDialog
            current={isPutOff ? task.followUpAt : null}
            putOff={actions.putOff}
            close={() => setDialog(null)}
          />
        </Suspense>
      )}
      {(dialog === 'assign' || dialog === 'delegate') && (
        <AssignDialog
          assign={dialog === 'assign' ? actions.assign : actions.delegate}
          close={() => setDialog(null)}
          holder={task.assignee?.id ?? null}
          delegates={dialog === 'delegate'}
        />
      )}
    </>
  )
}
