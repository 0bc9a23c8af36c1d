import { Button } from '@mantine/core'
import { IconSearchOff } from '@tabler/icons-react'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page/Page.tsx'
import { QueryState } from '../../components/states/QueryState.tsx'
import { State } from '../../components/states/State.tsx'
import { type Column, DataTable } from '../../components/table/DataTable.tsx'
import { ListFoot } from '../../components/table/ListFoot.tsx'
import { SearchInput } from '../../components/table/SearchInput.tsx'
import classes from './RecordList.module.css'
import { RecordTabs } from './RecordTabs.tsx'

interface ListPage<Row> {
  readonly items: Row[]
  readonly total: number
  readonly next: string | null
}

interface RecordListProps<Row extends { id: string }> {
  readonly kind: 'opportunities' | 'parties' | 'products'
  readonly list: UseInfiniteQueryResult<InfiniteData<ListPage<Row>>>
  readonly columns: readonly Column<Row>[]
  readonly search: string | undefined
  readonly setSearch: (search: string | undefined) => void
  readonly filters?: ReactNode
  readonly filtered: boolean
  readonly showAll: () => void
  readonly actions?: ReactNode
}

/** The template of a list of records. */
export function RecordList<Row extends { id: string }>({
  kind,
  list,
  columns,
  search,
  setSearch,
  filters,
  filtered,
  showAll,
  actions,
}: RecordListProps<Row>) {
  const { t } = useTranslation('records')
  return (
    <Page title={t(`${kind}.title`)} actions={actions}>
      <RecordTabs />
      <div className={classes.tools}>
        <SearchInput value={search} search={setSearch} />
        {filters}
      </div>
      <div className={classes.card}>
        <QueryState query={list}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.items)
            if (rows.length === 0 && filtered)
              return (
                <State
                  icon={<IconSearchOff size={36} stroke={1.4} />}
                  title={t('nothing')}
                  text={t('nothingText')}
                  action={
                    <Button variant="default" onClick={showAll}>
                      {t('showAll')}
                    </Button>
                  }
                />
              )
            if (rows.length === 0)
              return (
                <State
                  icon={<IconSearchOff size={36} stroke={1.4} />}
                  title={t(`${kind}.empty`)}
                  text={t(`${kind}.emptyText`)}
                  action={actions}
                />
              )
            return (
              <>
                <DataTable label={t(`${kind}.title`)} rows={rows} columns={columns} keyOf={(row) => row.id} />
                <ListFoot shown={rows.length} total={pages[0]?.total ?? rows.length} query={list} />
              </>
            )
          }}
        </QueryState>
      </div>
    </Page>
  )
}
