import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OpportunityDetail } from '../../../api/contract/index.ts'
import { StageBadge } from '../../components/record/StageBadge.tsx'
import { type Column, DataTable } from '../../components/table/DataTable.tsx'
import { useFormat } from '../../format/use-format.ts'
import classes from './Records.module.css'

type Item = OpportunityDetail['items'][number]

/** The lines of a deal with their sum. */
export function OpportunityItems({ items, total }: Pick<OpportunityDetail, 'items' | 'total'>) {
  const { t } = useTranslation('records')
  const format = useFormat()
  const columns = useColumns(items)
  if (items.length === 0) return <p className={classes.quiet}>{t('noItems')}</p>
  return (
    <>
      <DataTable label={t('items')} rows={items} columns={columns} keyOf={({ id }) => id} />
      <p className={classes.grand}>
        {t('total')} <strong>{format.money(total)}</strong>
      </p>
    </>
  )
}

function useColumns(items: readonly Item[]): Column<Item>[] {
  const { t } = useTranslation('records')
  const format = useFormat()
  const columns: (Column<Item> | false)[] = [
    {
      id: 'product',
      header: t('product'),
      cell: ({ product, description }) =>
        product ? (
          <Link to="/records/products/$id" params={{ id: product.id }}>
            <bdi>{description || product.name}</bdi>
          </Link>
        ) : (
          <bdi>{description}</bdi>
        ),
    },
    {
      id: 'quantity',
      header: t('quantity'),
      cell: ({ quantity }) => (
        <>
          {format.decimal(quantity.value)} <bdi>{quantity.unit}</bdi>
        </>
      ),
      numeric: true,
    },
    {
      id: 'price',
      header: t('price'),
      cell: ({ price }) => format.money(price),
      numeric: true,
      wideOnly: true,
    },
    items.some(({ discount }) => discount !== 0) && {
      id: 'discount',
      header: t('discount'),
      cell: ({ discount }) => format.percent(discount / 10_000),
      numeric: true,
      wideOnly: true,
    },
    { id: 'amount', header: t('amount'), cell: ({ amount }) => format.money(amount), numeric: true },
    { id: 'status', header: t('status'), cell: ({ status }) => <StageBadge stage={status} /> },
    items.some(({ lostReason }) => lostReason !== null) && {
      id: 'reason',
      header: t('lostReason'),
      cell: ({ lostReason }) => <bdi>{lostReason?.name ?? ''}</bdi>,
    },
  ]
  return columns.filter((column) => column !== false)
}
