import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { instancesQuery } from '../../api/queries/instances.ts'
import { useMay } from '../../api/use-session.ts'
import { Section } from '../../components/page/Section.tsx'
import { QueryState } from '../../components/states/QueryState.tsx'
import { DataTable } from '../../components/table/DataTable.tsx'
import { ListFoot } from '../../components/table/ListFoot.tsx'
import { processRoute } from '../../routes/process-routes.ts'
import { InstanceStates } from './InstanceStates.tsx'
import classes from './Processes.module.css'
import { useInstanceColumns } from './use-instance-columns.tsx'

/** The instances of a process in the state that the address names. */
export function InstanceList({ processId }: { processId: string }) {
  const { t } = useTranslation('processes')
  const { state, incident } = processRoute.useSearch()
  const mayRead = useMay('instance.read')
  const columns = useInstanceColumns()
  const list = useInfiniteQuery({
    ...instancesQuery({ process: processId, state, incident }),
    enabled: mayRead,
  })
  if (!mayRead) return null
  return (
    <Section title={t('instances')} flush actions={<InstanceStates processId={processId} />}>
      <QueryState query={list}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.items)
          if (rows.length === 0)
            return <p className={`${classes.quiet} ${classes.padded}`}>{t('noInstances')}</p>
          return (
            <>
              <DataTable label={t('instances')} rows={rows} columns={columns} keyOf={({ key }) => key} />
              <ListFoot shown={rows.length} total={pages[0]?.total ?? rows.length} query={list} />
            </>
          )
        }}
      </QueryState>
    </Section>
  )
}
