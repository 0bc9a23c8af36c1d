import { QueryClient } from '@tanstack/react-query'
import { problemOf } from './api/api-problem.ts'

/** Live changes say when something is stale; the time here only guards what the socket does not speak of. */
const staleTime = 60_000

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime,
      retry: (failures, error) => failures < 2 && isPassing(error),
      refetchOnWindowFocus: false,
    },
  },
})

/** No answer, or the server's own failure: the same question may be answered in a moment. */
function isPassing(error: unknown): boolean {
  const problem = problemOf(error)
  return problem !== null && (problem.status === 0 || problem.status >= 500 || problem.status === 429)
}
