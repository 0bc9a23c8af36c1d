import type { Page } from 'playwright-core'

/** A section of a page, by its heading. */
export const section = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })

/** The record page of an opportunity. */
export const dealPage = (page: Page) => ({
  open: async (address: string) => {
    await page.goto(address)
    await section(page, 'Items').waitFor()
  },
  stage: (name: string) =>
    page.getByRole('banner').or(page.locator('main header')).getByText(name, { exact: true }),
  items: section(page, 'Items').getByRole('table', { name: 'Items' }),
  tasks: section(page, 'Open tasks'),
  history: section(page, 'History'),
  diagram: section(page, 'Where it stands'),
})
