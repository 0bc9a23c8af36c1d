import type { Page } from 'playwright-core'
import { askAs } from './support/ask-as.ts'
import { section } from './support/deal-page.ts'
import { deploy } from './support/deploy.ts'
import { describeKartabl } from './support/describe-kartabl.ts'
import { inboxPage } from './support/inbox-page.ts'
import { tabTo } from './support/tab-to.ts'
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

  kartabl.test('for others stands in a list of its own until it is back', async () => {
    const { page: sara } = await kartabl.signedIn('sara')
    const { page: elena } = await kartabl.signedIn('elena')
    const deal = await openFirst(sara, decide)
    const inbox = inboxPage(sara)
    const before = await inbox.count('Waiting for others')
    await delegate(sara, 'Elena Petrova')
    await inbox.open('Waiting for others')
    const row = inbox.row(decide, deal)
    await row.getByText('With Elena Petrova').waitFor()
    expect(await inbox.count('Waiting for others')).toBe(before + 1)

    // What the other one does is seen without looking again.
    await inboxPage(elena).open('My work')
    await inboxPage(elena).row(decide, deal).click()
    await elena.getByRole('button', { name: 'Done: back to Sara Ahmadi' }).click()
    await sara.mouse.move(0, 0)
    await row.waitFor({ state: 'detached' })
    expect(await inbox.count('Waiting for others')).toBe(before)
  })

  kartabl.test('because its reader wants to be reminded later is put off by keyboard alone', async () => {
    const { page } = await kartabl.signedIn('sara')
    const inbox = inboxPage(page)
    const deal = await openFirst(page, decide)
    const mine = await inbox.count('My work')
    const keys = page.keyboard
    await page.getByRole('button', { name: 'More' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Remind me later' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Remind me later' })
    await dialog
      .getByRole('button', { name: 'Tomorrow', pressed: true })
      .and(page.locator(':focus'))
      .waitFor()
    await keys.press('Tab')
    await keys.press('Enter')
    await dialog.getByRole('button', { name: 'In a week', pressed: true }).waitFor()
    // An hour later than that, part by part.
    await tabTo(page, dialog.getByRole('spinbutton', { name: /^hour/i }))
    await keys.press('ArrowUp')
    expect(await dialog.getByRole('button', { pressed: true }).count()).toBe(0)
    await dialog.getByRole('button', { name: 'Remind me', exact: true }).press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText(`Put off: ${decide}`).waitFor()
    await page.getByText('Choose a task').waitFor()
    expect(await inbox.count('My work')).toBe(mine - 1)

    await inbox.open('Later')
    const row = inbox.row(decide, deal)
    await row.getByText(/Follow up in [678] days/).waitFor()
    await row.click()
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Show it again now' }).click()
    await page.mouse.move(0, 0)
    await inbox.open('My work')
    await inbox.row(decide, deal).waitFor()
    expect(await inbox.count('My work')).toBe(mine)
  })

  kartabl.test('is there again when putting it off is undone', async () => {
    const { page } = await kartabl.signedIn('sara')
    const inbox = inboxPage(page)
    const deal = await openFirst(page, decide)
    const mine = await inbox.count('My work')
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Remind me later' }).click()
    await page.getByRole('button', { name: 'Remind me', exact: true }).click()
    await page.getByRole('button', { name: 'Undo' }).press('Enter')
    await page.getByText(`Put off: ${decide}`).waitFor({ state: 'detached' })
    await inbox.open('My work')
    await inbox.row(decide, deal).waitFor()
    expect(await inbox.count('My work')).toBe(mine)
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
