import { ActionIcon, Menu, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconArrowsSort, IconCheck, IconSearch, IconX } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InboxView } from '../../../api/contract/index.ts'
import type { InboxFilter } from '../../api/queries/inbox.ts'
import { inboxRoute, inboxSorts } from '../../routes/inbox-routes.ts'
import classes from './ListTools.module.css'

/** Search and order of a view, both in the address. */
export function ListTools({ view, filter }: { view: InboxView; filter: InboxFilter }) {
  const { t } = useTranslation('inbox')
  const navigate = useNavigate({ from: inboxRoute.fullPath })
  const [typed, setTyped] = useState(filter.search ?? '')
  const change = (changes: Partial<InboxFilter>) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...changes }), replace: true })
  const searchSoon = useDebouncedCallback(
    (search: string) => change({ search: search.trim() || undefined }),
    250,
  )
  const search = (text: string) => {
    setTyped(text)
    searchSoon(text)
  }
  const sorted = filter.sort ?? 'due'
  return (
    <div className={classes.tools}>
      <TextInput
        className={classes.search}
        size="sm"
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        value={typed}
        onChange={(event) => search(event.currentTarget.value)}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        rightSection={
          typed && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              aria-label={t('clear')}
              onClick={() => search('')}
            >
              <IconX size={16} />
            </ActionIcon>
          )
        }
      />
      {view !== 'done' && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={`${t('sort.label')}: ${t(`sort.${sorted}`)}`}
            >
              <IconArrowsSort size={18} stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{t('sort.label')}</Menu.Label>
            {inboxSorts.map((sort) => (
              <Menu.Item
                key={sort}
                role="menuitemradio"
                aria-checked={sort === sorted}
                rightSection={sort === sorted ? <IconCheck size={16} /> : null}
                onClick={() => change({ sort, order: sort === 'due' ? 'asc' : 'desc' })}
              >
                {t(`sort.${sort}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}
