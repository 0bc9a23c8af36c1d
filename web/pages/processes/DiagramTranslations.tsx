import { useTranslation } from 'react-i18next'
import type { DiagramTranslation } from '../../../api/contract/index.ts'
import { Section } from '../../components/page/Section.tsx'
import classes from './FileDrop.module.css'

/** What diagrams said in the namespace of version 7, and how it is read here. */
export function DiagramTranslations({ translations }: { translations: readonly DiagramTranslation[] }) {
  const { t } = useTranslation('processes')
  return (
    <Section title={t('uploading.translated')} flush>
      <p className={classes.unchanged}>{t('uploading.translatedText')}</p>
      <ul className={classes.problems}>
        {translations.map(({ file, element, from, to, note }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and may say the same twice.
          <li key={index} className={classes.problem}>
            <bdi className={classes.element}>{element}</bdi> <bdi className={classes.code}>{file}</bdi>
            <p dir="ltr">
              <code>{from}</code> → {to === '' ? <bdi>{t('uploading.notNeeded')}</bdi> : <code>{to}</code>}
            </p>
            {note !== '' && (
              <p dir="auto" className={classes.remedy}>
                {note}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
