import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ProcessSearch } from '../../routes/process-routes.ts'
import classes from './Processes.module.css'

const choices = [
  { name: 'all', search: {} },
  { name: 'active', search: { state: 'active' } },
  { name: 'incident', search: { incident: 'true' } },
  { name: 'completed', search: { state: 'completed' } },
  { name: 'canceled', search: { state: 'canceled' } },
] as const satisfies { name: string; search: ProcessSearch }[]

export function InstanceStates({ processId }: { processId: string }) {
  const { t } = useTranslation('processes')
  return (
    <nav className={classes.states} aria-label={t('stateLabel')}>
      {choices.map(({ name, search }) => (
        <Link
          key={name}
          to="/processes/$processId"
          params={{ processId }}
          search={({ version }: ProcessSearch) => ({ version, ...search })}
          resetScroll={false}
          className={classes.state}
          activeOptions={{ exact: true }}
        >
          {t(`states.${name}`)}
        </Link>
      ))}
    </nav>
  )
}
