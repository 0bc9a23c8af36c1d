import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { whole } from './whole.ts'

const folder = 'docs/screenshots'

/** Keeps a picture for the documentation, only when it is asked for: KARTABL_SCREENSHOTS=1. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (process.env.KARTABL_SCREENSHOTS !== '1') return
  await whole(page)
  await page.evaluate(() => document.fonts.ready.then(() => null))
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled', caret: 'hide' })
}
