import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './ListFoot.module.css'

interface ListFootProps {
  readonly shown: number
  readonly total: number
  readonly query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }
}

/** How many there are, and the next page. */
export function ListFoot({ shown, total, query }: ListFootProps) {
  const { t } = useTranslation('records')
  return (
    <div className={classes.foot}>
      <span>{t('shown', { shown, total })}</span>
      {query.hasNextPage && (
        <Button
          variant="default"
          size="compact-sm"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </div>
  )
}
