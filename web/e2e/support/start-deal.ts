import type { Page } from 'playwright-core'
import { chooseFound } from './look-up.ts'

export interface NewDeal {
  readonly customer: string
  readonly title: string
}

/** From the list of opportunities, through the start form, to the running process. */
export async function startDeal(page: Page, { customer, title }: NewDeal): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Records' }).click()
  await page.getByRole('link', { name: 'New opportunity' }).click()
  await chooseFound(page, 'Customer', customer)
  await page.getByRole('textbox', { name: 'Title' }).fill(title)
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}
