import type { Page } from 'playwright-core'

export interface Line {
  /** As it is typed into the look-up; the first found is taken. */
  readonly product: string
  readonly quantity: string
  /** Per cent. */
  readonly discount: string
}

/** The line-item grid, filled as a fast typist does: without the mouse. */
export const itemGrid = (page: Page) => {
  const keys = page.keyboard
  const cell = (column: string, row: number) => page.getByLabel(`${column} ${row}`, { exact: true })

  /** From the product's cell on: choose, Tab over what the product brings, to the discount. */
  const typeLine = async (row: number, { product, quantity, discount }: Line) => {
    await keys.type(product)
    await page.getByRole('option', { name: product }).first().waitFor()
    await keys.press('ArrowDown')
    await keys.press('Enter')
    await page.getByRole('listbox').waitFor({ state: 'hidden' })
    await keys.press('Tab')
    await keys.type(quantity)
    for (const _over of ['unit', 'price', 'discount']) await keys.press('Tab')
    await cell('Discount', row).and(page.locator(':focus')).waitFor()
    await keys.press('Control+a')
    await keys.type(discount)
  }
  return {
    cell,
    total: page.getByText(/^Total/).last(),
    /** Adds the rows by keyboard: the button once, then Enter after each last row. */
    typeLines: async (lines: readonly Line[]) => {
      for (const [place, line] of lines.entries()) {
        if (place === 0) await page.getByRole('button', { name: 'Add a row' }).press('Enter')
        else await keys.press('Enter')
        const row = place + 1
        const product = cell('Product', row)
        await product.waitFor()
        if (place > 0) await product.focus()
        await typeLine(row, line)
      }
    },
  }
}
