import type { BrowserContextOptions } from 'playwright-core'

/** How somebody looks at the product. */
export interface Look {
  readonly language: 'en' | 'fa'
  readonly theme: 'light' | 'dark'
  readonly size: 'desktop' | 'phone'
}

export const plainLook: Look = { language: 'en', theme: 'light', size: 'desktop' }

const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const
const locales = { en: 'en-GB', fa: 'fa-IR' } as const

/** The context that Chromium opens for a look. Nothing moves: a picture taken twice is the same. */
export const contextOf = ({ language, theme, size }: Look): BrowserContextOptions => ({
  viewport: sizes[size],
  deviceScaleFactor: 1,
  locale: locales[language],
  colorScheme: theme,
  hasTouch: size === 'phone',
  reducedMotion: 'reduce',
  timezoneId: 'Europe/Berlin',
})
