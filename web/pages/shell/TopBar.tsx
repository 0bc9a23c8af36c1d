import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay, useMe } from '../../api/use-session.ts'
import { LanguageMenu } from './LanguageMenu.tsx'
import { SearchButton } from './SearchButton.tsx'
import { ThemeMenu } from './ThemeMenu.tsx'
import classes from './TopBar.module.css'
import { UserMenu } from './UserMenu.tsx'

export function TopBar() {
  const { t } = useTranslation('shell')
  const me = useMe()
  const mayStart = useMay('process.start')
  return (
    <header className={classes.bar}>
      <Link to="/" className={classes.brand} aria-label={t('home', { company: me.company.name })}>
        <img src="/icon.svg" alt="" width={26} height={26} />
        <span className={classes.company} dir="auto">
          {me.company.name}
        </span>
      </Link>
      <SearchButton />
      <div className={classes.end}>
        {mayStart && (
          <Button
            component={Link}
            to="/start"
            size="compact-md"
            className={classes.start}
            leftSection={<IconPlus size={16} aria-hidden="true" />}
            classNames={{ label: classes.startLabel, section: classes.startSection }}
          >
            {t('start')}
          </Button>
        )}
        <div className={classes.wide}>
          <LanguageMenu />
          <ThemeMenu />
        </div>
        <UserMenu />
      </div>
    </header>
  )
}
