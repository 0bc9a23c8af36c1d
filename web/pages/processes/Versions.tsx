import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ProcessDetail } from '../../../api/contract/index.ts'
import { Section } from '../../components/page/Section.tsx'
import { StatusBadge } from '../../components/status/StatusBadge.tsx'
import { Time } from '../../components/Time.tsx'
import { DataTable } from '../../components/table/DataTable.tsx'

/** The versions of a process, the newest first; each can be looked at. */
export function Versions({ process }: { process: ProcessDetail }) {
  const { t } = useTranslation('processes')
  return (
    <Section title={t('versions')} flush>
      <DataTable
        label={t('versions')}
        rows={process.versions}
        keyOf={({ definitionKey }) => definitionKey}
        columns={[
          {
            id: 'version',
            header: t('version'),
            cell: ({ version, definitionKey }) => (
              <>
                <Link
                  to="/processes/$processId"
                  params={{ processId: process.processId }}
                  search={(before) => ({ ...before, version })}
                >
                  {t('versionOf', { version })}
                </Link>{' '}
                {definitionKey === process.shown.definitionKey && (
                  <StatusBadge tone="accent">{t('shown')}</StatusBadge>
                )}
              </>
            ),
          },
          {
            id: 'deployed',
            header: t('updated'),
            cell: ({ deployedAt, by }) => (
              <>
                <Time at={deployedAt} /> · {by ? t('deployedBy', { name: by.name }) : t('byPlatform')}
              </>
            ),
          },
          {
            id: 'running',
            header: t('running'),
            cell: ({ running }) => t('runningFact', { count: running }),
            numeric: true,
          },
        ]}
      />
    </Section>
  )
}
