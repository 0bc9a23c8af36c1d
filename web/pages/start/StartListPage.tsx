import { IconChevronRight, IconPlayerPlay } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { processesQuery } from '../../api/queries/processes.ts'
import { Page } from '../../components/page/Page.tsx'
import { QueryState } from '../../components/states/QueryState.tsx'
import { State } from '../../components/states/State.tsx'
import { useLocalName } from '../../i18n/use-local-name.ts'
import classes from './Start.module.css'

/** What the person may begin. */
export function StartListPage() {
  const { t } = useTranslation('start')
  const nameOf = useLocalName()
  const query = useQuery(processesQuery)
  return (
    <Page title={t('title')} facts={<span>{t('text')}</span>}>
      <QueryState query={query}>
        {({ items }) => {
          const startable = items.filter((process) => process.startable)
          if (startable.length === 0)
            return (
              <State
                icon={<IconPlayerPlay size={40} stroke={1.3} />}
                title={t('empty')}
                text={t('emptyText')}
              />
            )
          return (
            <ul className={classes.list}>
              {startable.map((process) => (
                <li key={process.processId}>
                  <Link
                    to="/start/$processId"
                    params={{ processId: process.processId }}
                    className={classes.card}
                  >
                    <span className={classes.name}>
                      <bdi>{nameOf(process, process.processId)}</bdi>
                      <IconChevronRight size={18} stroke={1.6} className={classes.go} aria-hidden="true" />
                    </span>
                    <span className={classes.note}>{t(process.startForm ? 'withForm' : 'withoutForm')}</span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }}
      </QueryState>
    </Page>
  )
}
