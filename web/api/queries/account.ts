import { queryOptions } from '@tanstack/react-query'
import type { ChangeMe, Login, Me, Setup, SetupState, SignedIn } from '../../../api/contract/index.ts'
import { request } from '../request.ts'
import { queryKeys } from './keys.ts'

export const setupQuery = queryOptions({
  queryKey: queryKeys.setup,
  queryFn: ({ signal }) => request<SetupState>('/api/setup', { signal }),
})

export const login = (body: Login) => request<SignedIn>('/api/auth/login', { method: 'POST', body })
export const logout = () => request<null>('/api/auth/logout', { method: 'POST' })
export const setUpCompany = (body: Setup) => request<unknown>('/api/setup', { method: 'POST', body })
export const changeMe = (body: ChangeMe) => request<Me>('/api/me', { method: 'PATCH', body })
