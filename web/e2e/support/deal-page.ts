import type { Page } from 'playwright-core'
import { diagram } from './diagram.ts'

/** A section of a page, by its heading. */
export const section = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })

/** The record page of an opportunity. */
export const dealPage = (page: Page) => ({
  title: (title: string) => page.getByRole('heading', { level: 1, name: title, exact: true }),
  /** A word of the facts under the title: the stage, the total. */
  fact: (text: string) => page.locator('main header').getByText(text, { exact: true }),
  item: (text: string) => section(page, 'Items').getByRole('row').filter({ hasText: text }),
  task: (name: string) => section(page, 'Open tasks').getByRole('link', { name }),
  /** An entry of the history, such as `Task done: Approve` by Mina. */
  event: (what: string, who: string) =>
    section(page, 'History').getByRole('listitem').filter({ hasText: what }).filter({ hasText: who }),
  diagram: diagram(section(page, 'Where it stands')),
})
