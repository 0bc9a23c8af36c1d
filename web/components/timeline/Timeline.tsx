import { Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { timelineQuery } from '../../api/queries/instances.ts'
import { QueryState } from '../states/QueryState.tsx'
import { SkeletonLines } from '../states/SkeletonLines.tsx'
import { isOfInterest } from './is-of-interest.ts'
import classes from './Timeline.module.css'
import { TimelineItem } from './TimelineItem.tsx'

/** What happened, the newest first. The engine's own steps on request. */
export function Timeline({ instanceKey }: { instanceKey: string }) {
  const { t } = useTranslation('instance')
  const [all, setAll] = useState(false)
  const query = useQuery(timelineQuery(instanceKey))
  return (
    <QueryState query={query} loading={<SkeletonLines lines={5} />}>
      {(entries) => {
        const shown = entries
          .map((entry, place) => ({ entry, place }))
          .filter(({ entry }) => all || isOfInterest(entry))
          .reverse()
        return (
          <div>
            <Switch
              size="sm"
              mb="md"
              label={t('timeline.all')}
              checked={all}
              onChange={(event) => setAll(event.currentTarget.checked)}
            />
            <ol className={classes.list}>
              {shown.map(({ entry, place }) => (
                <TimelineItem key={place} entry={entry} />
              ))}
            </ol>
          </div>
        )
      }}
    </QueryState>
  )
}
