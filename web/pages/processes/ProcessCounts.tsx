import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProcessDetail } from '../../../api/contract/index.ts'
import { marksOfProcess } from '../../bpmn/marks.ts'
import { SkeletonLines } from '../../components/states/SkeletonLines.tsx'

const ProcessDiagram = lazy(() =>
  import('../../bpmn/ProcessDiagram.tsx').then((module) => ({ default: module.ProcessDiagram })),
)

/** The diagram of a version with the number of tokens at each element. */
export function ProcessCounts({ process, name }: { process: ProcessDetail; name: string }) {
  const { t } = useTranslation('bpmn')
  const marks = useMemo(() => marksOfProcess(process), [process])
  return (
    <Suspense fallback={<SkeletonLines lines={6} />}>
      <ProcessDiagram
        definitionKey={process.shown.definitionKey}
        marks={marks}
        label={t('labelProcess', { process: name })}
      />
    </Suspense>
  )
}
