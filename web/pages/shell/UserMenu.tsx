import { Avatar, Menu, UnstyledButton } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { logout } from '../../api/queries/account.ts'
import { signOut } from '../../api/session.ts'
import { useMe } from '../../api/use-session.ts'
import { useLocalName } from '../../i18n/use-local-name.ts'
import { LanguageItems } from './LanguageItems.tsx'
import { ThemeItems } from './ThemeItems.tsx'
import classes from './UserMenu.module.css'

/** Who I am, and the way out. On a phone also language and theme. */
export function UserMenu() {
  const { t } = useTranslation('shell')
  const me = useMe()
  const nameOf = useLocalName()
  const queryClient = useQueryClient()
  const leave = async () => {
    await logout().catch(() => null) // without the server the cookie stays; the next page load finds out
    queryClient.clear()
    signOut()
  }
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton className={classes.button} aria-label={t('account', { name: me.name })}>
          <Avatar name={me.name} size={32} color="accent" />
          <span className={classes.name} dir="auto">
            {me.name}
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <strong dir="auto">{me.name}</strong>
          <span>{me.units.map((unit) => nameOf(unit)).join(' · ')}</span>
          <span>{me.roles.map((role) => t(`roles.${role}`)).join(' · ')}</span>
        </div>
        <div className={classes.narrow}>
          <Menu.Divider />
          <Menu.Label>{t('language')}</Menu.Label>
          <LanguageItems />
          <Menu.Label>{t('theme.label')}</Menu.Label>
          <ThemeItems />
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave()}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
