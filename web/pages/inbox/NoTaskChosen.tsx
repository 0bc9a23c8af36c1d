import { IconInbox } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { State } from '../../components/states/State.tsx'
import classes from './NoTaskChosen.module.css'

export function NoTaskChosen() {
  const { t } = useTranslation('inbox')
  return (
    <div className={classes.middle}>
      <State icon={<IconInbox size={40} stroke={1.3} />} title={t('choose.title')} text={t('choose.text')} />
    </div>
  )
}
