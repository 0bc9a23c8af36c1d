import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'

/** A test that leaves a picture of every open window behind when it fails, and says where. */
export function picturedTest(name: string, browser: () => Browser, run: () => Promise<void>): void {
  test(name, async () => {
    try {
      await run()
    } catch (error) {
      console.error(`“${name}” failed; what was on the screen: ${await picture(browser())}`)
      throw error
    }
  })
}

/** Returns the folder of the pictures. */
async function picture(browser: Browser): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kartabl-failed-'))
  const pages = browser.contexts().flatMap((context) => context.pages())
  for (const [place, page] of pages.entries()) await page.screenshot({ path: join(folder, `${place}.png`) })
  return folder
}
