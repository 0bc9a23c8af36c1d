import { Button } from '@mantine/core'
import { IconDownload, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ProcessDetail } from '../../../api/contract/index.ts'
import { processQuery } from '../../api/queries/processes.ts'
import { Page } from '../../components/page/Page.tsx'
import { Section } from '../../components/page/Section.tsx'
import { QueryState } from '../../components/states/QueryState.tsx'
import { StatusBadge } from '../../components/status/StatusBadge.tsx'
import { useLocalName } from '../../i18n/use-local-name.ts'
import { processRoute } from '../../routes/process-routes.ts'
import { InstanceList } from './InstanceList.tsx'
import { ProcessCounts } from './ProcessCounts.tsx'
import { useDownload } from './use-download.ts'
import { Versions } from './Versions.tsx'

/** One process: its diagram with what runs where, its versions and its instances. */
export function ProcessPage() {
  const { processId } = processRoute.useParams()
  const { version } = processRoute.useSearch()
  const query = useQuery(processQuery(processId, version))
  return (
    <QueryState page query={query}>
      {(process) => <ProcessView process={process} />}
    </QueryState>
  )
}

function ProcessView({ process }: { process: ProcessDetail }) {
  const { t } = useTranslation('processes')
  const name = useLocalName()(process, process.processId)
  const download = useDownload()
  return (
    <Page
      title={name}
      above={<Link to="/processes">{t('title')}</Link>}
      facts={
        <>
          <span>{t('versionOf', { version: process.shown.version })}</span>
          <span>{t('runningFact', { count: process.running })}</span>
          {process.incidents > 0 && (
            <StatusBadge tone="late">{t('incidentFact', { count: process.incidents })}</StatusBadge>
          )}
        </>
      }
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden="true" />}
            onClick={() => void download(process.shown.definitionKey, `${process.processId}.bpmn`)}
          >
            {t('download')}
          </Button>
          {process.startable && (
            <Button
              component={Link}
              to={`/start/${process.processId}`}
              leftSection={<IconPlus size={16} aria-hidden="true" />}
            >
              {t('start')}
            </Button>
          )}
        </>
      }
    >
      <Section title={t('diagram')} flush>
        <ProcessCounts process={process} name={name} />
      </Section>
      <InstanceList processId={process.processId} />
      <Versions process={process} />
    </Page>
  )
}
