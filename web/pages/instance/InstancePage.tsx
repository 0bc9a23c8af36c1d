import { Alert } from '@mantine/core'
import { IconPlayerPause } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { InstanceDetail } from '../../../api/contract/index.ts'
import { instanceQuery } from '../../api/queries/instances.ts'
import { InstanceDiagram } from '../../bpmn/InstanceDiagram.tsx'
import { InstanceOffers } from '../../components/offers/InstanceOffers.tsx'
import { Page } from '../../components/page/Page.tsx'
import { Section } from '../../components/page/Section.tsx'
import { QueryState } from '../../components/states/QueryState.tsx'
import { TaskLinks } from '../../components/TaskLinks.tsx'
import { Timeline } from '../../components/timeline/Timeline.tsx'
import { useLocalName } from '../../i18n/use-local-name.ts'
import { useWatch } from '../../live/LiveProvider.tsx'
import { instanceRoute } from '../../routes/process-routes.ts'
import { CancelInstance } from './CancelInstance.tsx'
import { Incidents } from './Incidents.tsx'
import classes from './Instance.module.css'
import { InstanceFacts } from './InstanceFacts.tsx'
import { RelatedInstances } from './RelatedInstances.tsx'
import { SuspendInstance } from './SuspendInstance.tsx'
import { Variables } from './Variables.tsx'

/** One run of a process: where it stands, who has to do what, what is stuck, what it knows, what happened. Live. */
export function InstancePage() {
  const { instanceKey } = instanceRoute.useParams()
  const query = useQuery(instanceQuery(instanceKey))
  useWatch('instance', instanceKey)
  return (
    <QueryState page query={query}>
      {(instance) => <InstanceView instance={instance} />}
    </QueryState>
  )
}

function InstanceView({ instance }: { instance: InstanceDetail }) {
  const { t } = useTranslation('instance')
  const process = useLocalName()(
    { name: instance.processName, names: instance.processNames },
    instance.processId,
  )
  const title = instance.subject
    ? t('titleOf', { process, subject: instance.subject.title })
    : t('titleKey', { process, key: instance.key })
  return (
    <Page
      title={title}
      above={
        <Link to="/processes/$processId" params={{ processId: instance.processId }}>
          {process}
        </Link>
      }
      facts={<InstanceFacts instance={instance} />}
      actions={
        instance.state === 'active' && (
          <>
            <SuspendInstance instance={instance} />
            <CancelInstance instanceKey={instance.key} />
          </>
        )
      }
    >
      {instance.state === 'active' && instance.suspended && (
        <Alert color="yellow" mb="md" icon={<IconPlayerPause />} title={t('state.suspended')}>
          {t('suspendedText')}
        </Alert>
      )}
      {instance.incidents.length > 0 && <Incidents instance={instance} />}
      {instance.state === 'active' && <InstanceOffers instanceKey={instance.key} />}
      <Section title={t('diagram')} flush>
        <InstanceDiagram instanceKey={instance.key} />
      </Section>
      <div className={classes.columns}>
        <div>
          <Section title={t('tasks')}>
            <TaskLinks
              tasks={instance.tasks.filter(({ state }) => state === 'created')}
              empty={t('noTasks')}
            />
          </Section>
          <RelatedInstances instance={instance} />
          <Section title={t('variables')} flush>
            <Variables variables={instance.variables} />
          </Section>
        </div>
        <Section title={t('timelineTitle')}>
          <Timeline instanceKey={instance.key} />
        </Section>
      </div>
    </Page>
  )
}
