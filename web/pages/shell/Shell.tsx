import { useMantineColorScheme } from '@mantine/core'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/use-session.ts'
import { PageLoading } from '../../components/states/PageLoading.tsx'
import { speak } from '../../i18n/i18n.ts'
import { LiveProvider } from '../../live/LiveProvider.tsx'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { Rail } from './Rail.tsx'
import classes from './Shell.module.css'
import { TopBar } from './TopBar.tsx'

/** What stands around every page behind the sign-in. */
export function Shell() {
  const { t } = useTranslation('shell')
  const session = useSession()
  const navigate = useNavigate()
  const { setColorScheme } = useMantineColorScheme()
  const language = session.status === 'signed-in' ? session.me.language : null
  const theme = session.status === 'signed-in' ? session.me.theme : null

  useEffect(() => {
    if (session.status !== 'signed-out') return
    const { pathname, search } = window.location
    void navigate({ to: '/login', search: session.reason ? { next: pathname + search } : {} })
  }, [session, navigate])
  useEffect(() => {
    if (language) void speak(language)
  }, [language])
  useEffect(() => {
    if (theme) setColorScheme(theme)
  }, [theme, setColorScheme])

  if (session.status !== 'signed-in') return <PageLoading />
  return (
    <LiveProvider>
      <div className={classes.shell}>
        <a className={classes.skip} href="#main">
          {t('skip')}
        </a>
        <TopBar />
        <Rail />
        <div className={classes.content}>
          <ConnectionBanner />
          <main id="main" tabIndex={-1} className={classes.main}>
            <Outlet />
          </main>
        </div>
      </div>
    </LiveProvider>
  )
}
