import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { productQuery } from '../../api/queries/records.ts'
import { Page } from '../../components/page/Page.tsx'
import { Section } from '../../components/page/Section.tsx'
import { QueryState } from '../../components/states/QueryState.tsx'
import { useFormat } from '../../format/use-format.ts'
import { productRoute } from '../../routes/record-routes.ts'
import { Facts } from './Facts.tsx'

export function ProductPage() {
  const { t } = useTranslation('records')
  const format = useFormat()
  const { id } = productRoute.useParams()
  const query = useQuery(productQuery(id))
  return (
    <QueryState page query={query}>
      {(product) => (
        <Page
          title={product.name}
          above={<Link to="/records/products">{t('products.title')}</Link>}
          facts={<bdi>{product.code}</bdi>}
        >
          <Section title={t('details')}>
            <Facts
              facts={[
                [t('code'), product.code],
                [t('category'), product.category],
                [t('unit'), product.unit],
                [t('price'), product.price && format.money(product.price)],
              ]}
            />
          </Section>
        </Page>
      )}
    </QueryState>
  )
}
