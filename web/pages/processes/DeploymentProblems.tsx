import { useTranslation } from 'react-i18next'
import type { DeploymentProblem } from '../../../api/contract/index.ts'
import { Section } from '../../components/page/Section.tsx'
import classes from './FileDrop.module.css'

/** What keeps the files from being deployed: where, what, and what to do. */
export function DeploymentProblems({ problems }: { problems: readonly DeploymentProblem[] }) {
  const { t } = useTranslation('processes')
  return (
    <div role="alert">
      <Section title={t('uploading.refused', { count: problems.length })} flush>
        <p className={classes.unchanged}>{t('uploading.refusedText')}</p>
        <ul className={classes.problems}>
          {problems.map(({ code, element, message, remedy }) => (
            <li key={`${code} ${element} ${message}`} className={classes.problem}>
              <bdi className={classes.element}>{element || t('uploading.wholeFile')}</bdi>{' '}
              <span className={classes.code}>{code}</span>
              <p dir="auto">{message}</p>
              <p dir="auto" className={classes.remedy}>
                {remedy}
              </p>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
