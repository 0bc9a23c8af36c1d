import { IconList } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { outlineQuery, xmlQuery } from '../api/queries/processes.ts'
import { PageError } from '../components/states/PageError.tsx'
import { SkeletonLines } from '../components/states/SkeletonLines.tsx'
import { useLanguage } from '../i18n/use-language.ts'
import { DiagramCanvas } from './DiagramCanvas.tsx'
import classes from './diagram.module.css'
import { ElementOutline } from './ElementOutline.tsx'
import type { Marks } from './marks.ts'

interface ProcessDiagramProps {
  readonly definitionKey: string
  readonly marks: Marks
  /** What the picture shows, for those who cannot see it. */
  readonly label: string
}

/** A deployed diagram with its marks, and the same as a list. */
export function ProcessDiagram({ definitionKey, marks, label }: ProcessDiagramProps) {
  const { t } = useTranslation('bpmn')
  const { code } = useLanguage()
  const xml = useQuery(xmlQuery(definitionKey))
  const outline = useQuery(outlineQuery(definitionKey))
  const [listed, setListed] = useState(false)
  const [pointed, setPointed] = useState<string | null>(null)
  const names = useMemo(
    () =>
      new Map(
        (outline.data ?? []).flatMap(({ id, names: known }) =>
          known[code] ? [[id, known[code]] as const] : [],
        ),
      ),
    [outline.data, code],
  )
  const failed = xml.error ?? outline.error
  if (failed)
    return <PageError error={failed} retry={() => void Promise.all([xml.refetch(), outline.refetch()])} />
  if (xml.data === undefined || outline.data === undefined) return <SkeletonLines lines={6} />
  return (
    <div className={classes.diagram}>
      <DiagramCanvas
        xml={xml.data}
        names={names}
        marks={marks}
        label={label}
        pointed={pointed}
        beside={
          <button
            type="button"
            className={classes.toggle}
            aria-expanded={listed}
            onClick={() => setListed(!listed)}
          >
            <IconList size={18} stroke={1.6} aria-hidden="true" />
            {t('outline')}
          </button>
        }
      />
      {listed && <ElementOutline entries={outline.data} marks={marks} point={setPointed} />}
    </div>
  )
}
