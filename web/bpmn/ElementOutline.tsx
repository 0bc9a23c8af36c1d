import { useTranslation } from 'react-i18next'
import type { OutlineEntry } from '../../api/contract/index.ts'
import { StatusBadge } from '../components/status/StatusBadge.tsx'
import { useLocalName } from '../i18n/use-local-name.ts'
import classes from './diagram.module.css'
import type { Marks } from './marks.ts'
import { useAwaitsText } from './use-awaits-text.ts'
import { useTypeName } from './use-type-name.ts'

interface ElementOutlineProps {
  readonly entries: readonly OutlineEntry[]
  readonly marks: Marks
  /** Brings the element into sight in the picture. */
  readonly point: (id: string) => void
}

/** The diagram as a list: everything that the picture shows, in words. */
export function ElementOutline({ entries, marks, point }: ElementOutlineProps) {
  const { t } = useTranslation('bpmn')
  const nameOf = useLocalName()
  const typeName = useTypeName()
  const awaitsText = useAwaitsText()
  return (
    <ol className={classes.list}>
      {entries.map((entry) => {
        const here = marks.tokens.get(entry.id)
        const awaited = marks.awaitedData.get(entry.id)
        return (
          <li key={entry.id}>
            <button
              type="button"
              className={classes.entry}
              style={{ paddingInlineStart: 8 + entry.depth * 16 }}
              onClick={() => point(entry.id)}
            >
              <bdi>{nameOf(entry, entry.id)}</bdi>
              <span className={classes.type}>
                {typeName(entry.type)}
                {entry.lane && (
                  <>
                    {' '}
                    · <bdi>{entry.lane}</bdi>
                  </>
                )}
              </span>
              <span className={classes.state}>
                {here && here.active > 0 && (
                  <StatusBadge tone="accent">{t('tokens', { count: here.active })}</StatusBadge>
                )}
                {awaited && <StatusBadge tone="soon">{awaitsText(awaited)}</StatusBadge>}
                {here && here.incidents > 0 && (
                  <StatusBadge tone="late">{t('incidents', { count: here.incidents })}</StatusBadge>
                )}
                {!here && marks.completed.has(entry.id) && (
                  <StatusBadge tone="neutral">{t('completed')}</StatusBadge>
                )}
              </span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}
