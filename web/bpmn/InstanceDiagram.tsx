import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { instanceQuery } from '../api/queries/instances.ts'
import { QueryState } from '../components/states/QueryState.tsx'
import { SkeletonLines } from '../components/states/SkeletonLines.tsx'
import { useLocalName } from '../i18n/use-local-name.ts'
import { useWatch } from '../live/LiveProvider.tsx'
import { type Marks, marksOfInstance } from './marks.ts'
import { ProcessDiagram } from './ProcessDiagram.tsx'

const nothing: Marks = {
  tokens: new Map(),
  awaitedData: new Map(),
  taken: new Set(),
  completed: new Set(),
}

/** The diagram of one instance, with its tokens where they are now. */
export function InstanceDiagram({ instanceKey }: { instanceKey: string }) {
  const { t } = useTranslation('bpmn')
  const nameOf = useLocalName()
  const query = useQuery(instanceQuery(instanceKey))
  useWatch('instance', instanceKey)
  const marks = useMemo(() => (query.data ? marksOfInstance(query.data) : nothing), [query.data])
  return (
    <QueryState query={query} loading={<SkeletonLines lines={6} />}>
      {({ definitionKey, processName, processNames }) => (
        <ProcessDiagram
          definitionKey={definitionKey}
          marks={marks}
          label={t('labelInstance', { process: nameOf({ name: processName, names: processNames }) })}
        />
      )}
    </QueryState>
  )
}
