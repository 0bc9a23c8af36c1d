import { dealPage, section } from './support/deal-page.ts'
import { describeKartabl } from './support/describe-kartabl.ts'
import { diagram } from './support/diagram.ts'
import { inboxPage } from './support/inbox-page.ts'
import { itemGrid } from './support/item-grid.ts'
import { choose, chooseFound } from './support/look-up.ts'
import { screenshot } from './support/screenshot.ts'
import { startDeal } from './support/start-deal.ts'
import { taskPage } from './support/task-page.ts'
import type { Visitor } from './support/visitor.ts'

/** 8 %: more than a salesperson may give, little enough for the sales manager alone (approval-matrix.dmn). */
const lines = [
  { product: 'Ball valve VA 100', quantity: '20', discount: '8' },
  { product: 'Ball valve VA 130', quantity: '5', discount: '0' },
]

const tasks = {
  define: 'Negotiate and define items',
  vote: 'Decide on the request',
  correct: 'Correct what was returned',
  decide: "Record the customer's decision",
}

describeKartabl('a deal in two browsers', (kartabl) => {
  kartabl.test('is returned, corrected, approved and won', async () => {
    const title = 'Valves for the new line'
    const sara = await kartabl.signedIn('sara')
    const mina = await kartabl.signedIn('mina')
    const deal = dealPage(sara.page)
    const saraTask = taskPage(sara.page)
    const grid = itemGrid(sara.page)
    await watchGroups(mina)

    await startDeal(sara.page, { customer: 'Alpenwerk', title })
    const instance = sara.page.url()
    await diagram(section(sara.page, 'Where it stands')).token('define-items').waitFor()
    await sara.page.getByRole('main').getByRole('link', { name: title }).click()
    await deal.title(title).waitFor()
    const record = sara.page.url()
    await deal.fact('Being defined').waitFor()
    await deal.diagram.token('define-items').waitFor()
    await deal.task(tasks.define).click()
    await grid.typeLines(lines)
    await saraTask.panel.getByText('4,021.69 EUR').waitFor()
    await screenshot(sara.page, 'deal-1-define-items')
    await saraTask.complete('Send for approval', tasks.define)

    await arrives(mina, title)
    const minaTask = taskPage(mina.page)
    await minaTask.panel.getByText('Approval is needed: the discount goes up to 8').waitFor()
    await minaTask.text('Comment').fill('Five per cent is enough for an order of this size.')
    await screenshot(mina.page, 'deal-2-return-for-correction')
    await minaTask.complete('Return for correction', tasks.vote)

    await openMine(sara, tasks.correct, title)
    await saraTask.panel.getByText('Five per cent is enough for an order of this size.').waitFor()
    await grid.change('Discount', 1, '6')
    await saraTask.text('Note for the approvers').fill('Six: they take it all at once.')
    await screenshot(sara.page, 'deal-3-correct')
    await saraTask.complete('Send again', tasks.correct)

    await arrives(mina, title)
    await minaTask.panel.getByText('Six: they take it all at once.').waitFor()
    await minaTask.complete('Approve', tasks.vote)

    await sara.page.goto(record)
    await deal.fact('Approved').waitFor()
    await deal.item('Ball valve VA 100').getByText('Approved').waitFor()
    await deal.diagram.token('quote-decision').waitFor()
    await screenshot(sara.page, 'deal-4-approved')
    await deal.task(tasks.decide).click()
    await choose(sara.page, 'Decision 1', 'Orders it')
    await choose(sara.page, 'Decision 2', 'Orders it')
    await saraTask.complete('Record the decision', tasks.decide)

    await sara.page.goto(record)
    await deal.fact('Won').waitFor()
    await deal.item('Ball valve VA 130').getByText('Ordered').waitFor()
    await deal.event('Task done: Negotiate and define items', 'Sara Ahmadi').waitFor()
    await deal.event("Task done: Record the customer's decision", 'Sara Ahmadi').waitFor()
    await screenshot(sara.page, 'deal-5-won')
    await sara.page.goto(instance)
    await sara.page.locator('main header').getByText('Completed').waitFor()
    await diagram(section(sara.page, 'Where it stands')).listed('Won', 'Passed')
  })

  kartabl.test('is approved and lost, each item for its reason', async () => {
    const title = 'Spare valves'
    const sara = await kartabl.signedIn('sara')
    const mina = await kartabl.signedIn('mina')
    const deal = dealPage(sara.page)
    const saraTask = taskPage(sara.page)
    await watchGroups(mina)

    await startDeal(sara.page, { customer: 'Ağrı Engineering', title })
    await sara.page.getByRole('main').getByRole('link', { name: title }).click()
    await deal.title(title).waitFor()
    const record = sara.page.url()
    await deal.task(tasks.define).click()
    await itemGrid(sara.page).typeLines(lines)
    await saraTask.complete('Send for approval', tasks.define)

    await arrives(mina, title)
    await taskPage(mina.page).complete('Approve', tasks.vote)

    await sara.page.goto(record)
    await deal.task(tasks.decide).click()
    await choose(sara.page, 'Decision 1', 'Declines it')
    await chooseFound(sara.page, 'Reason for losing it 1', 'Price too high')
    await choose(sara.page, 'Decision 2', 'Declines it')
    await saraTask.button('Record the decision').click()
    await saraTask.panel.getByText('Please fill this in.').waitFor()
    await chooseFound(sara.page, 'Reason for losing it 2', 'Delivery too late')
    await saraTask.complete('Record the decision', tasks.decide)

    await sara.page.goto(record)
    await deal.fact('Lost').waitFor()
    await deal.item('Ball valve VA 100').getByText('Price too high').waitFor()
    await deal.item('Ball valve VA 130').getByText('Delivery too late').waitFor()
    await screenshot(sara.page, 'deal-6-lost')
  })

  /** The page that stays open is marked: what arrives later must arrive in it. */
  async function watchGroups({ page }: Visitor): Promise<void> {
    await inboxPage(page).open('My groups')
    await page.evaluate(() => document.documentElement.setAttribute('data-not-reloaded', ''))
  }

  /** A request for approval comes up by itself in the open list; rows do not move while the pointer is among them. */
  async function arrives({ page }: Visitor, title: string): Promise<void> {
    await page.getByRole('banner').hover()
    await inboxPage(page).row(tasks.vote, title).click()
    expect(await page.locator('html[data-not-reloaded]').count()).toBe(1)
    await taskPage(page).title(tasks.vote).waitFor()
  }

  async function openMine({ page }: Visitor, task: string, title: string): Promise<void> {
    const inbox = inboxPage(page)
    await inbox.open('My work')
    await inbox.row(task, title).click()
    await taskPage(page).title(task).waitFor()
  }
})
