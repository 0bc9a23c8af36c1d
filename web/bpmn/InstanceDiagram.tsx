import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { instanceQuery } from '../api/queries/instances.ts'
import { useLocalName } from '../i18n/use-local-name.ts'
import { useWatch } from '../live/LiveProvider.tsx'
import { marksOfInstance } from './marks.ts'
import { ProcessDiagram } from './ProcessDiagram.tsx'

const nothing = { tokens: new Map(), taken: new Set<string>(), completed: new Set<string>() }

/** The diagram of one instance, with its tokens where they are now. */
export function InstanceDiagram({ instanceKey, definitionKey }: { instanceKey: string; definitionKey: string }) {
  const { t } = useTranslation('bpmn')
  const nameOf = useLocalName()
  const { data } = useQuery(instanceQuery(instanceKey))
  useWatch('instance', instanceKey)
  const marks = useMemo(() => (data ? marksOfInstance(data) : nothing), [data])
  const process = data ? nameOf({ name: data.processName, names: data.processNames }) : ''
  return <ProcessDiagram definitionKey={data?.definitionKey ?? definitionKey} marks={marks} label={t('labelInstance', { process })} />
}
