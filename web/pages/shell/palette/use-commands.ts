import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { processesQuery } from '../../../api/queries/processes.ts'
import { useMay } from '../../../api/use-session.ts'
import { languages } from '../../../i18n/languages.ts'
import { useLocalName } from '../../../i18n/use-local-name.ts'
import { inboxViews } from '../../../routes/inbox-routes.ts'
import { usePreferences } from '../use-preferences.ts'
import { type Command, type CommandGroup, matching } from './command.ts'

/** Places, processes to start and settings, as far as the person may use them. */
export function useCommands(search: string): CommandGroup[] {
  const { t } = useTranslation('shell')
  const settings = useSettingCommands()
  const groups: CommandGroup[] = [
    { label: t('palette.places'), actions: usePlaceCommands() },
    { label: t('palette.processes'), actions: useStartCommands() },
    { label: t('palette.settings'), actions: search ? settings : [] },
  ]
  return groups.map(({ label, actions }) => ({ label, actions: matching(actions, search) }))
}

function usePlaceCommands(): Command[] {
  const { t } = useTranslation(['shell', 'inbox', 'records'])
  const navigate = useNavigate()
  const mayInbox = useMay('inbox.use')
  const mayRecords = useMay('record.read')
  const mayProcesses = useMay('process.read')
  const views = inboxViews.map((view) => ({
    id: `inbox-${view}`,
    label: t(`inbox:views.${view}`),
    detail: t('places.inbox'),
    run: () => void navigate({ to: '/inbox/$view', params: { view } }),
  }))
  const records = (['opportunities', 'parties', 'products'] as const).map((kind) => ({
    id: kind,
    label: t(`records:${kind}.title`),
    detail: t('places.records'),
    run: () => void navigate({ to: `/records/${kind}` }),
  }))
  const processes = {
    id: 'processes',
    label: t('places.processes'),
    run: () => void navigate({ to: '/processes' }),
  }
  return [...(mayInbox ? views : []), ...(mayRecords ? records : []), ...(mayProcesses ? [processes] : [])]
}

function useStartCommands(): Command[] {
  const navigate = useNavigate()
  const nameOf = useLocalName()
  const mayStart = useMay('process.start')
  const { data } = useQuery({ ...processesQuery, enabled: mayStart })
  return (data?.items ?? [])
    .filter(({ startable }) => startable)
    .map((process) => ({
      id: `start-${process.processId}`,
      label: nameOf(process),
      run: () => void navigate({ to: '/start/$processId', params: { processId: process.processId } }),
    }))
}

function useSettingCommands(): Command[] {
  const { t } = useTranslation('shell')
  const { change } = usePreferences()
  const themes = (['light', 'dark', 'auto'] as const).map((theme) => ({
    id: `theme-${theme}`,
    label: t(`theme.${theme}`),
    detail: t('theme.label'),
    run: () => void change({ theme }),
  }))
  const speech = languages.map(({ code, name }) => ({
    id: `language-${code}`,
    label: name,
    detail: t('language'),
    run: () => void change({ language: code }),
  }))
  return [...themes, ...speech]
}
