import { queryOptions } from '@tanstack/react-query'
import type {
  Deployed,
  DeployFiles,
  OutlineEntry,
  ProcessDetail,
  ProcessList,
  ProcessStarted,
  StartForm,
  StartProcess,
} from '../../../api/contract/index.ts'
import { queryText, request, requestText } from '../request.ts'
import { queryKeys } from './keys.ts'

/** A deployed version never changes. */
const forever = Number.POSITIVE_INFINITY

export const processesQuery = queryOptions({
  queryKey: queryKeys.processes,
  queryFn: ({ signal }) => request<ProcessList>('/api/processes', { signal }),
})

export const processQuery = (processId: string, version?: number) =>
  queryOptions({
    queryKey: [...queryKeys.process(processId), version ?? 'latest'],
    queryFn: ({ signal }) =>
      request<ProcessDetail>(`/api/processes/${encodeURIComponent(processId)}${queryText({ version })}`, {
        signal,
      }),
  })

export const xmlQuery = (definitionKey: string) =>
  queryOptions({
    queryKey: queryKeys.xml(definitionKey),
    queryFn: ({ signal }) => requestText(`/api/definitions/${definitionKey}/xml`, { signal }),
    staleTime: forever,
  })

export const outlineQuery = (definitionKey: string) =>
  queryOptions({
    queryKey: queryKeys.outline(definitionKey),
    queryFn: ({ signal }) => request<OutlineEntry[]>(`/api/definitions/${definitionKey}/outline`, { signal }),
    staleTime: forever,
  })

export const startFormQuery = (processId: string) =>
  queryOptions({
    queryKey: queryKeys.startForm(processId),
    queryFn: ({ signal }) =>
      request<StartForm>(`/api/processes/${encodeURIComponent(processId)}/start-form`, { signal }),
    staleTime: 0,
  })

export const startProcess = (processId: string, body: StartProcess, idempotencyKey: string) =>
  request<ProcessStarted>(`/api/processes/${encodeURIComponent(processId)}/start`, {
    method: 'POST',
    body,
    idempotencyKey,
  })

export const deployFiles = (body: DeployFiles) =>
  request<Deployed>('/api/deployments', { method: 'POST', body })
