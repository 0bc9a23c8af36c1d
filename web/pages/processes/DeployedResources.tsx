import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Deployed } from '../../../api/contract/index.ts'
import { Section } from '../../components/page/Section.tsx'
import { StatusBadge } from '../../components/status/StatusBadge.tsx'
import { DiagramTranslations } from './DiagramTranslations.tsx'
import classes from './FileDrop.module.css'

/** What was deployed, and in which version. */
export function DeployedResources({ deployed, again }: { deployed: Deployed; again: () => void }) {
  const { t } = useTranslation('processes')
  return (
    <div role="status">
      <Section title={t('uploading.done')}>
        <ul className={classes.files}>
          {deployed.resources.map(({ kind, id, name, version, isNew }) => (
            <li key={`${kind} ${id}`} className={classes.file}>
              {kind === 'process' ? (
                <Link to="/processes/$processId" params={{ processId: id }}>
                  <bdi>{name || id}</bdi>
                </Link>
              ) : (
                <bdi>{name || id}</bdi>
              )}
              <span className={classes.size}>{t(`uploading.kind.${kind}`)}</span>
              <StatusBadge tone={isNew ? 'good' : 'neutral'}>
                {t(isNew ? 'uploading.isNew' : 'uploading.same', { version })}
              </StatusBadge>
            </li>
          ))}
        </ul>
        <Button variant="default" mt="md" onClick={again}>
          {t('uploading.again')}
        </Button>
      </Section>
      {deployed.translations.length > 0 && <DiagramTranslations translations={deployed.translations} />}
    </div>
  )
}
