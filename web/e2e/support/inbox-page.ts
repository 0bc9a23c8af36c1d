import type { Locator, Page } from 'playwright-core'

export type View = 'My work' | 'My groups' | 'Today' | 'Overdue' | 'Waiting for others' | 'Later' | 'Done'

/** The inbox: its views and the rows of the open one. */
export const inboxPage = (page: Page) => {
  const rows = (text: string): Locator =>
    page.getByRole('main').getByRole('listitem').filter({ hasText: text })
  const view = (name: View) =>
    page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: new RegExp(`^${name}`) })
  return {
    rows,
    row: (task: string, subject: string) => rows(task).filter({ hasText: subject }),
    view,
    open: async (name: View) => {
      await page
        .getByRole('navigation', { name: 'Places' })
        .getByRole('link', { name: /^Inbox/ })
        .click()
      await view(name).click()
      await page.getByRole('region', { name }).waitFor()
    },
    /** The number beside a view; 0 while there is none. */
    count: async (name: View) => Number((await view(name).innerText()).replace(/\D/g, '')),
  }
}
