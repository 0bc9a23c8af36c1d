import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { InboxView } from '../../../api/contract/index.ts'
import { type InboxFilter, inboxQuery } from '../../api/queries/inbox.ts'
import { moveInList } from '../../components/move-in-list.ts'
import { PageError } from '../../components/states/PageError.tsx'
import { SkeletonLines } from '../../components/states/SkeletonLines.tsx'
import { EmptyView } from './EmptyView.tsx'
import { InboxOffers } from './InboxOffers.tsx'
import { ListTools } from './ListTools.tsx'
import classes from './TaskList.module.css'
import { TaskListRow } from './TaskListRow.tsx'
import { useHeldRows } from './use-held-rows.ts'
import { useOffered } from './use-offered.ts'

interface TaskListProps {
  readonly view: InboxView
  readonly filter: InboxFilter
  /** Key of the task that is open beside the list. */
  readonly chosen: string | null
}

export function TaskList({ view, filter, chosen }: TaskListProps) {
  const { t } = useTranslation('inbox')
  const list = useRef<HTMLUListElement>(null)
  const query = useInfiniteQuery(inboxQuery(view, filter))
  const tasks = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  const { rows, fresh, showFresh, hold } = useHeldRows(tasks)
  const total = query.data?.pages[0]?.total ?? 0
  const choosing = view === 'groups' && !filter.search
  const offers = useOffered(choosing)
  const offered = choosing && offers.data !== undefined && offers.data.items.length > 0
  return (
    <section className={classes.pane} aria-label={t(`views.${view}`)}>
      <ListTools view={view} filter={filter} />
      <div className={classes.fresh} role="status">
        {fresh > 0 && (
          <Button size="compact-sm" radius="xl" onClick={showFresh}>
            {t('fresh', { count: fresh })}
          </Button>
        )}
      </div>
      {choosing && <InboxOffers view={view} filter={filter} alone={rows.length === 0} />}
      {choosing && offers.isError && !offers.data && (
        <PageError error={offers.error} retry={() => void offers.refetch()} />
      )}
      {(query.isPending || (offers.isLoading && rows.length === 0)) && (
        <div className={classes.loading}>
          <SkeletonLines lines={8} />
        </div>
      )}
      {query.isError && !query.data && <PageError error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && !offers.isLoading && !offered && rows.length === 0 && (
        <EmptyView view={view} search={filter.search} />
      )}
      {rows.length > 0 && (
        <div className={classes.scroll} {...hold}>
          <ul
            ref={list}
            data-opens-task
            className={classes.list}
            onKeyDown={(event) => moveInList(event, list.current)}
          >
            {rows.map(({ task, gone }) => (
              <TaskListRow
                key={task.key}
                task={task}
                gone={gone}
                view={view}
                filter={filter}
                chosen={task.key === chosen}
              />
            ))}
          </ul>
          {(query.hasNextPage || total > tasks.length) && (
            <div className={classes.more}>
              <span>{t('shown', { shown: tasks.length, total })}</span>
              <Button
                variant="default"
                size="compact-sm"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t('more')}
              </Button>
            </div>
          )}
        </div>
      )}
    </section>
  )
}
