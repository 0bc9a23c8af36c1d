import type { ReactNode } from 'react'
import { PageError } from './PageError.tsx'
import { PageLoading } from './PageLoading.tsx'

interface QueryStateProps<Data> {
  readonly query: {
    readonly data: Data | undefined
    readonly error: unknown
    readonly refetch: () => unknown
  }
  readonly loading?: ReactNode
  /** It stands for a whole page. */
  readonly page?: boolean
  readonly children: (data: NonNullable<Data>) => ReactNode
}

/** Shows what was fetched, keeps showing it when a later fetch fails, and says so when there is nothing yet. */
export function QueryState<Data>({ query, loading, page = false, children }: QueryStateProps<Data>) {
  if (query.data !== undefined && query.data !== null) return children(query.data)
  if (query.error) return <PageError page={page} error={query.error} retry={() => void query.refetch()} />
  return loading ?? <PageLoading />
}
