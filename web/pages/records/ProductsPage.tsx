import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { productsQuery } from '../../api/queries/records.ts'
import { useFormat } from '../../format/use-format.ts'
import { productsRoute } from '../../routes/record-routes.ts'
import { RecordList } from './RecordList.tsx'

export function ProductsPage() {
  const { t } = useTranslation('records')
  const filter = productsRoute.useSearch()
  const navigate = useNavigate({ from: '/records/products' })
  const format = useFormat()
  return (
    <RecordList
      kind="products"
      list={useInfiniteQuery(productsQuery({ search: filter.search }))}
      search={filter.search}
      setSearch={(search) => void navigate({ search: { search }, replace: true })}
      filtered={Boolean(filter.search)}
      showAll={() => void navigate({ search: {} })}
      columns={[
        {
          id: 'name',
          header: t('name'),
          cell: ({ id, name }) => (
            <Link to="/records/products/$id" params={{ id }}>
              <bdi>{name}</bdi>
            </Link>
          ),
        },
        { id: 'code', header: t('code'), cell: ({ code }) => <bdi>{code}</bdi> },
        { id: 'category', header: t('category'), cell: ({ category }) => <bdi>{category ?? '–'}</bdi> },
        { id: 'unit', header: t('unit'), cell: ({ unit }) => <bdi>{unit}</bdi>, wideOnly: true },
        {
          id: 'price',
          header: t('price'),
          cell: ({ price }) => (price ? format.money(price) : '–'),
          numeric: true,
        },
      ]}
    />
  )
}
