import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import classes from './RecordTabs.module.css'

/** The kinds of records, each on its own page. */
export function RecordTabs() {
  const { t } = useTranslation('records')
  return (
    <nav className={classes.tabs} aria-label={t('tabs')}>
      <Link to="/records/opportunities" className={classes.tab} activeOptions={{ includeSearch: false }}>
        {t('opportunities.title')}
      </Link>
      <Link to="/records/parties" className={classes.tab} activeOptions={{ includeSearch: false }}>
        {t('parties.title')}
      </Link>
      <Link to="/records/products" className={classes.tab} activeOptions={{ includeSearch: false }}>
        {t('products.title')}
      </Link>
    </nav>
  )
}
