import { useQuery } from '@tanstack/react-query'
import { Navigate, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { setupQuery } from '../../api/queries/account.ts'
import { useSession } from '../../api/use-session.ts'
import { loginRoute } from '../../routes/account-routes.ts'
import { AccountFrame } from './AccountFrame.tsx'
import { DemoPeople } from './DemoPeople.tsx'
import { LoginForm } from './LoginForm.tsx'
import { useSignIn } from './use-sign-in.ts'

export function LoginPage() {
  const { t } = useTranslation('auth')
  const session = useSession()
  const navigate = useNavigate()
  const { next } = loginRoute.useSearch()
  const { data: setup } = useQuery(setupQuery)
  const signIn = useSignIn(() => void navigate({ to: next ?? '/', replace: true }))
  if (setup?.needed) return <Navigate to="/setup" replace />
  const reason = session.status === 'signed-out' ? session.reason : null
  const demoLogins = setup?.demoLogins ?? []
  return (
    <AccountFrame title={t('title')}>
      <LoginForm signIn={signIn} notice={reason} />
      {demoLogins.length > 0 && <DemoPeople people={demoLogins} signIn={signIn} />}
    </AccountFrame>
  )
}
