import type { ReactNode } from 'react'
import { usePageTitle } from '../../components/page/use-page-title.ts'
import { LanguageMenu } from '../shell/LanguageMenu.tsx'
import { ThemeMenu } from '../shell/ThemeMenu.tsx'
import classes from './AccountFrame.module.css'

/** The frame of the pages before the sign-in. */
export function AccountFrame({
  title,
  wide = false,
  children,
}: {
  title: string
  wide?: boolean
  children: ReactNode
}) {
  usePageTitle(title)
  return (
    <div className={classes.frame}>
      <div className={classes.settings}>
        <LanguageMenu />
        <ThemeMenu />
      </div>
      <main className={wide ? classes.wide : classes.card}>
        <div className={classes.brand}>
          <img src="/icon.svg" alt="" width={32} height={32} />
          <span>Kartabl</span>
        </div>
        <h1 className={classes.title}>{title}</h1>
        {children}
      </main>
    </div>
  )
}
