import type { Page } from 'playwright-core'
import { askAs } from './support/ask-as.ts'
import { section } from './support/deal-page.ts'
import { deploy } from './support/deploy.ts'
import { describeKartabl } from './support/describe-kartabl.ts'
import { inboxPage } from './support/inbox-page.ts'
import { taskPage } from './support/task-page.ts'

const decide = "Record the customer's decision"

describeKartabl('work that waits', (kartabl) => {
  kartabl.test('for a colleague to whom it was delegated says so to both, and comes back', async () => {
    const { page: sara } = await kartabl.signedIn('sara')
    const { page: elena } = await kartabl.signedIn('elena')
    const deal = await openFirst(sara, decide)
    await delegate(sara, 'Elena Petrova')
    await taskPage(sara).notice('Elena Petrova is preparing this for you.').waitFor()
    await taskPage(sara).button('Take it back').waitFor()

    await inboxPage(elena).open('My work')
    await inboxPage(elena).row(decide, deal).click()
    await elena.getByText('Delegated by Sara Ahmadi').waitFor()
    await elena.getByRole('button', { name: 'Done: back to Sara Ahmadi' }).click()
    await elena.getByText(`Back with Sara Ahmadi: ${decide}`).waitFor()
    await elena.getByText('Choose a task').waitFor()

    await taskPage(sara).button('Record the decision').waitFor()
    await sara.getByRole('tab', { name: 'History' }).click()
    const told = sara.getByRole('listitem')
    await told.filter({ hasText: 'Task delegated:' }).filter({ hasText: 'Elena Petrova' }).first().waitFor()
    await told.filter({ hasText: 'Task back with its owner:' }).first().waitFor()
  })

  kartabl.test('until its owner takes it back', async () => {
    const { page } = await kartabl.signedIn('sara')
    await openFirst(page, decide)
    await delegate(page, 'Elena Petrova')
    await taskPage(page).button('Take it back').click()
    await taskPage(page).button('Record the decision').waitFor()
  })

  kartabl.test('for a later day says when it comes back', async () => {
    const { page } = await kartabl.signedIn('sara')
    await deploy(page, 'recall.bpmn')
    await (await askAs(page, 'dana'))('POST', '/api/processes/recall/start', { values: {} })
    const row = inboxPage(page).rows('Call again about the offer')
    await inboxPage(page).open('Later')
    expect(await row.innerText()).toContain('Follow up in 3 days')
    expect(await row.innerText()).toContain('Due in 5 days')
    await row.click()
    await taskPage(page).panel.getByText('Follow up in 3 days').waitFor()
    expect(await page.getByText('Then:').count()).toBe(0)
  })

  kartabl.test('in a suspended case can be read, not done, until it is resumed', async () => {
    const { page: sara } = await kartabl.signedIn('sara')
    const { page: dana } = await kartabl.signedIn('dana')
    await openFirst(sara, decide)
    await sara.getByRole('link', { name: 'Opportunity', exact: true }).click()
    await section(sara, 'Where it stands').waitFor()
    await dana.goto(sara.url())
    await sara.goBack()

    await dana.getByRole('button', { name: 'Suspend' }).click()
    await dana.getByText('Nothing moves in it until it is resumed').waitFor()
    await taskPage(sara).notice('Its case is suspended.').waitFor()
    expect(await taskPage(sara).button('Record the decision').count()).toBe(0)
    await inboxPage(sara).rows(decide).filter({ hasText: 'Suspended' }).first().waitFor()

    await dana.getByRole('button', { name: 'Resume' }).click()
    await taskPage(sara).button('Record the decision').waitFor()
  })

  /** Opens the first such task of mine and returns the deal it is about. */
  async function openFirst(page: Page, task: string): Promise<string> {
    await inboxPage(page).open('My work')
    await inboxPage(page).rows(task).first().click()
    await taskPage(page).title(task).waitFor()
    return page.getByRole('article').getByRole('link', { name: ' · ' }).first().innerText()
  }

  async function delegate(page: Page, person: string): Promise<void> {
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Delegate to somebody' }).click()
    const dialog = page.getByRole('dialog', { name: 'Delegate to' })
    await dialog.getByRole('combobox', { name: 'Person' }).click()
    expect(await page.getByRole('option', { name: 'Sara Ahmadi' }).count()).toBe(0)
    await page.getByRole('option', { name: person }).click()
    await dialog.getByRole('button', { name: 'Delegate' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }
})
