import type { Browser } from 'playwright-core'
import { describeInBrowser, openBrowser } from './support/browser.ts'
import { dealPage, section } from './support/deal-page.ts'
import { inboxPage } from './support/inbox-page.ts'
import { itemGrid } from './support/item-grid.ts'
import { picturedTest } from './support/pictured-test.ts'
import { screenshot } from './support/screenshot.ts'
import { type ServedKartabl, serveKartabl } from './support/served-kartabl.ts'
import { signedIn } from './support/sign-in.ts'
import { startDeal } from './support/start-deal.ts'
import { taskPage } from './support/task-page.ts'
import type { Visitor } from './support/visitor.ts'

/** 8 %: more than a salesperson may give, little enough for the sales manager alone (approval-matrix.dmn). */
const lines = [
  { product: 'Ball valve VA 100', quantity: '20', discount: '8' },
  { product: 'Ball valve VA 130', quantity: '5', discount: '0' },
]

describeInBrowser('a deal in two browsers', () => {
  let server: ServedKartabl
  let browser: Browser
  let sara: Visitor
  let mina: Visitor

  beforeAll(async () => {
    server = await serveKartabl()
    browser = await openBrowser()
    sara = await signedIn(browser, server.address, 'sara')
    mina = await signedIn(browser, server.address, 'mina')
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  picturedTest(
    'is returned, corrected, approved and won',
    () => browser,
    async () => {
      const title = 'Valves for the new line'
      const deal = dealPage(sara.page)
      const saraTask = taskPage(sara.page)
      const minaTask = taskPage(mina.page)
      const minaInbox = inboxPage(mina.page)
      await minaInbox.open('My groups')

      await startDeal(sara.page, { customer: 'Alpenwerk', title })
      await sara.page.getByRole('link', { name: title }).click()
      const record = sara.page.url()
      await deal.tasks.getByRole('link', { name: /Negotiate and define items/ }).click()
      await saraTask.title('Negotiate and define items').waitFor()
      await itemGrid(sara.page).typeLines(lines)
      await saraTask.stayInList()
      await saraTask.complete('Send for approval', 'Negotiate and define items')

      await minaInbox.row('Decide', title).waitFor()
      void record
      void minaTask
      void section
      void screenshot
    },
  )
})
