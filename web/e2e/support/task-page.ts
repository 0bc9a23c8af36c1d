import type { Page } from 'playwright-core'

/** An open task: its parts and the buttons that end it. */
export const taskPage = (page: Page) => {
  const panel = page.getByRole('article')
  return {
    panel,
    title: (name: string) => panel.getByRole('heading', { level: 2, name }),
    text: (label: string) => panel.getByRole('textbox', { name: label, exact: true }),
    choice: (label: string) => panel.getByRole('combobox', { name: label, exact: true }),
    button: (name: string) => panel.getByRole('button', { name, exact: true }),
    tab: (name: 'Task' | 'Record' | 'Diagram' | 'History') => panel.getByRole('tab', { name }),
    notice: (text: string | RegExp) => panel.getByRole('alert').filter({ hasText: text }),
    /** The next task is not opened: the page goes back to the list. */
    stayInList: () => panel.getByRole('switch', { name: 'Then open the next task' }).uncheck(),
    /** Presses an outcome and waits for the word that it is done. */
    complete: async (outcome: string, task: string) => {
      await panel.getByRole('button', { name: outcome, exact: true }).click()
      await page.getByText(`Done: ${task}`).first().waitFor()
    },
  }
}
