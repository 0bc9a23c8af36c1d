import type { Page } from 'playwright-core'

export interface Line {
  /** As it is typed into the look-up; the first found is taken. */
  readonly product: string
  readonly quantity: string
  /** Per cent. */
  readonly discount: string
}

/** The columns of the grid in the order that Tab goes through them. */
const columns = ['Product', 'Quantity', 'Unit', 'Unit price', 'Discount'] as const

/** The line-item grid, filled as a fast typist does: without the mouse. */
export const itemGrid = (page: Page) => {
  const keys = page.keyboard
  const cell = (column: (typeof columns)[number], row: number) =>
    page.getByRole(column === 'Product' ? 'combobox' : 'textbox', { name: `${column} ${row}`, exact: true })

  /** The caret stands in the cell: the next key goes there. */
  const reached = (column: (typeof columns)[number], row: number) =>
    cell(column, row).and(page.locator(':focus')).waitFor()

  /** From the product's cell to the discount's, over what the product brings along. */
  const typeLine = async (row: number, { product, quantity, discount }: Line) => {
    await reached('Product', row)
    await keys.type(product)
    await page.getByRole('option', { name: product }).first().waitFor()
    await keys.press('ArrowDown')
    await keys.press('Enter')
    await keys.press('Tab')
    await reached('Quantity', row)
    await keys.type(quantity)
    for (const column of ['Unit', 'Unit price', 'Discount'] as const) {
      await keys.press('Tab')
      await reached(column, row)
    }
    await keys.press('Control+a')
    await keys.type(discount)
  }
  return {
    cell,
    /** The button adds the first row, Enter at the end of the last one each further. */
    typeLines: async (lines: readonly Line[]) => {
      await page.getByRole('button', { name: 'Add a row' }).press('Enter')
      for (const [place, line] of lines.entries()) {
        if (place > 0) await keys.press('Enter')
        await typeLine(place + 1, line)
      }
    },
    /** Types over a cell. */
    change: async (column: Exclude<(typeof columns)[number], 'Product'>, row: number, text: string) => {
      await cell(column, row).press('Control+a')
      await keys.type(text)
    },
  }
}
