import { DirectionProvider, MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useSession } from './api/use-session.ts'
import { TimeZoneContext } from './format/time-zone.ts'
import { useLanguage } from './i18n/use-language.ts'
import { queryClient } from './query-client.ts'
import { router } from './router.ts'
import { useNamedTheme } from './ui/use-named-theme.ts'

export function App() {
  const { direction } = useLanguage()
  const theme = useNamedTheme()
  const session = useSession()
  const timeZone = session.status === 'signed-in' ? session.me.company.timeZone : undefined
  return (
    <DirectionProvider key={direction} initialDirection={direction} detectDirection={false}>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <QueryClientProvider client={queryClient}>
          <TimeZoneContext value={timeZone}>
            <Notifications position="top-center" />
            <RouterProvider router={router} />
          </TimeZoneContext>
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  )
}
