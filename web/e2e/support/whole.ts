import type { Page } from 'playwright-core'

/** Waits until everything on the page is there: nothing grey where text or a picture will be. */
export async function whole(page: Page): Promise<void> {
  await page.getByRole('main').waitFor()
  await page
    .locator('main .mantine-Skeleton-root, main .mantine-Loader-root')
    .first()
    .waitFor({ state: 'detached' })
}
