import type { Locator } from 'playwright-core'

/** A drawn diagram with its tokens. `around` holds it. */
export const diagram = (around: Locator) => ({
  /** The number at an element of the drawing, by the id it has in the file. */
  token: (elementId: string) =>
    around.locator(`[data-container-id="${elementId}"]`).locator('.kartabl-token'),
  /** The same in the list beside the drawing. */
  listed: async (element: string, state: string) => {
    const list = around.getByText('The diagram as a list')
    if (!(await around.getByRole('list').isVisible())) await list.click()
    return around.getByRole('button', { name: element }).filter({ hasText: state }).first().waitFor()
  },
})
