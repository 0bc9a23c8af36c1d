import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { InstanceDetail } from '../../../api/contract/index.ts'
import { Section } from '../../components/page/Section.tsx'
import { InstanceState } from '../../components/status/InstanceState.tsx'
import classes from './Instance.module.css'

/** The instance that called this one, and those that this one called. */
export function RelatedInstances({ instance: { parent, called } }: { instance: InstanceDetail }) {
  const { t } = useTranslation('instance')
  return (
    <>
      {parent && (
        <Section title={t('parent')}>
          <Link to="/instances/$instanceKey" params={{ instanceKey: parent.instanceKey }}>
            <bdi>{parent.processName}</bdi>
          </Link>
        </Section>
      )}
      {called.length > 0 && (
        <Section title={t('called')}>
          <ul className={classes.links}>
            {called.map(({ instanceKey, processName, state }) => (
              <li key={instanceKey}>
                <Link to="/instances/$instanceKey" params={{ instanceKey }}>
                  <bdi>{processName}</bdi>
                </Link>
                <InstanceState state={state} hasIncident={false} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
