import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowBackUp, IconDots, IconUserShare, IconUserUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskDetail } from '../../../api/contract/index.ts'
import { AssignDialog } from './AssignDialog.tsx'
import type { TaskActions } from './use-task-actions.ts'

/** What can be done with a task besides doing it. */
export function TaskMenu({ task, actions }: { task: TaskDetail; actions: TaskActions }) {
  const { t } = useTranslation('task')
  const [dialog, setDialog] = useState<'assign' | 'delegate' | null>(null)
  const { release, reassign, delegate } = task.permissions
  if (task.state !== 'created' || (!release && !reassign && !delegate)) return null
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('more')}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
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
      {dialog !== null && (
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
