import { ActionIcon, Alert, Loader } from '@mantine/core'
import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import './diagram.css'
import classes from './diagram.module.css'
import type { Marks } from './marks.ts'
import type { Names } from './open-viewer.ts'
import { useViewer } from './use-viewer.ts'

interface DiagramCanvasProps {
  readonly xml: string
  readonly names: Names
  readonly marks: Marks
  readonly label: string
  /** Id of the element to bring into sight. */
  readonly pointed: string | null
  /** Stands under the picture, before the zoom buttons. */
  readonly beside: ReactNode
}

/** The picture. Its canvas runs from left to right in every language, as diagrams do. */
export function DiagramCanvas({ xml, names, marks, label, pointed, beside }: DiagramCanvasProps) {
  const { t } = useTranslation('bpmn')
  const container = useRef<HTMLDivElement>(null)
  const { state, zoom, showWhole, onKeyDown, focus } = useViewer(container, {
    xml,
    names,
    marks,
    pointed,
    keys: t('keys'),
  })
  return (
    <div className={classes.frame}>
      <section
        ref={container}
        dir="ltr"
        aria-label={label}
        className={classes.canvas}
        onKeyDown={onKeyDown}
        {...focus}
      />
      {state === 'loading' && <Loader className={classes.loader} aria-label={t('loading')} />}
      {state === 'failed' && (
        <Alert color="red" className={classes.failed} title={t('failed')}>
          {t('failedText')}
        </Alert>
      )}
      <div className={classes.bar}>
        {beside}
        <div className={classes.zoom}>
          <ActionIcon variant="default" size={32} aria-label={t('zoomOut')} onClick={() => zoom(-1)}>
            <IconMinus size={16} />
          </ActionIcon>
          <ActionIcon variant="default" size={32} aria-label={t('zoomIn')} onClick={() => zoom(1)}>
            <IconPlus size={16} />
          </ActionIcon>
          <ActionIcon variant="default" size={32} aria-label={t('fit')} onClick={showWhole}>
            <IconMaximize size={16} />
          </ActionIcon>
        </div>
      </div>
    </div>
  )
}
