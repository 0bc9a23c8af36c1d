import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RecordCard } from '../../../api/contract/index.ts'
import { useFormat } from '../../format/use-format.ts'
import classes from './RecordSummary.module.css'
import { StageBadge } from './StageBadge.tsx'

/** The deal that a task is about: who, what, how much. */
export function RecordSummary({ record }: { record: RecordCard }) {
  const { t } = useTranslation('records')
  const format = useFormat()
  return (
    <section className={classes.card}>
      <p className={classes.number}>{record.number}</p>
      <h3 className={classes.title} dir="auto">
        <Link to="/records/opportunities/$id" params={{ id: record.id }}>
          {record.title}
        </Link>
      </h3>
      <dl className={classes.facts}>
        <dt>{t('party')}</dt>
        <dd>
          <Link to="/records/parties/$id" params={{ id: record.party.id }}>
            <bdi>{record.party.name}</bdi>
          </Link>
        </dd>
        {record.contact && (
          <>
            <dt>{t('contact')}</dt>
            <dd dir="auto">{record.contact.name}</dd>
          </>
        )}
        <dt>{t('stage')}</dt>
        <dd>
          <StageBadge stage={record.stage} result={record.result} />
        </dd>
        {record.owner && (
          <>
            <dt>{t('owner')}</dt>
            <dd dir="auto">{record.owner.name}</dd>
          </>
        )}
        <dt>{t('total')}</dt>
        <dd className={classes.total}>{format.money(record.total)}</dd>
      </dl>
      {record.items.length > 0 && (
        <ul className={classes.items}>
          {record.items.map((item) => (
            <li key={item.id}>
              <span dir="auto">
                {format.decimal(item.quantity.value)} {item.quantity.unit} · <bdi>{item.description}</bdi>
              </span>
              <span className={classes.amount}>{format.money(item.amount)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
