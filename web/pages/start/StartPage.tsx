import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { processesQuery, startFormQuery } from '../../api/queries/processes.ts'
import { Page } from '../../components/page/Page.tsx'
import { QueryState } from '../../components/states/QueryState.tsx'
import { useLocalName } from '../../i18n/use-local-name.ts'
import { startRoute } from '../../routes/process-routes.ts'
import { StartForm } from './StartForm.tsx'

/** The start form of one process. */
export function StartPage() {
  const { t } = useTranslation('start')
  const { processId } = startRoute.useParams()
  const nameOf = useLocalName()
  const processes = useQuery(processesQuery)
  const query = useQuery(startFormQuery(processId))
  const process = processes.data?.items.find((item) => item.processId === processId)
  const name = process ? nameOf(process, processId) : processId
  return (
    <Page title={t('titleOf', { process: name })} above={<Link to="/start">{t('above')}</Link>}>
      <QueryState query={query}>
        {(start) => <StartForm key={processId} processId={processId} name={name} start={start} />}
      </QueryState>
    </Page>
  )
}
