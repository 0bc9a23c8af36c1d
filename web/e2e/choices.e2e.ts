import type { Page } from 'playwright-core'
import { section } from './support/deal-page.ts'
import { deploy } from './support/deploy.ts'
import { describeKartabl } from './support/describe-kartabl.ts'
import { inboxPage } from './support/inbox-page.ts'
import { screenshot } from './support/screenshot.ts'
import { taskPage } from './support/task-page.ts'
import { violations } from './support/violations.ts'

const choices = (page: Page) => page.getByRole('region', { name: 'Choose what to do next' })
const call = 'Call the customer'

describeKartabl('choosing what to do next', (kartabl) => {
  kartabl.test(
    'people begin what is offered to them from the inbox, and the others see it at once',
    async () => {
      const { page: sara } = await kartabl.signedIn('sara')
      await deploy(sara, 'claim.bpmn')
      const { page: elena } = await kartabl.signedIn('elena')
      await inboxPage(sara).open('My groups')
      await inboxPage(elena).open('My groups')
      const before = await inboxPage(sara).count('My groups')
      await startClaim(await kartabl.signedIn('dana').then(({ page }) => page))

      const offered = choices(sara).getByRole('group', { name: 'What to begin in Settle the claim' })
      await offered.getByRole('button', { name: call }).waitFor()
      expect(await offered.getByRole('button', { name: 'Pay the money back' }).count()).toBe(0)
      await choices(elena).getByRole('button', { name: 'Pay the money back' }).waitFor()
      expect(await inboxPage(sara).count('My groups')).toBe(before + 1)
      expect(await sara.getByText('Nothing to claim').count()).toBe(0)
      await screenshot(sara, 'choices-en-light-desktop')

      await offered.getByRole('button', { name: call }).focus()
      await sara.keyboard.press('Enter')
      await taskPage(sara).title(call).waitFor()
      await choices(sara).getByText('1 under way').waitFor()
      await choices(elena).getByText('1 under way').waitFor()
      await inboxPage(sara).rows(call).first().waitFor()
    },
  )

  kartabl.test('say on the page of the case that the work is done, after a question', async () => {
    const { page } = await kartabl.signedIn('sara')
    await inboxPage(page).open('My groups')
    await choices(page).getByRole('link', { name: 'Settle the claim' }).click()
    const card = section(page, 'You may begin')
    await card.getByRole('button', { name: 'Visit the customer' }).click()
    await taskPage(page).title('Visit the customer').waitFor()
    await page.goBack()
    await card.getByText('2 under way').waitFor()
    await section(page, 'History').getByText('Chosen:').first().waitFor()
    await screenshot(page, 'choices-on-a-case-en-light-desktop')
    await card.getByRole('button', { name: 'The work is done' }).click()
    const question = page.getByRole('dialog', { name: 'Is the work done?' })
    await question.getByText('2 steps are still open. They are withdrawn.').waitFor()
    await question.getByRole('button', { name: 'It is done' }).click()
    await card.waitFor({ state: 'detached' })
    await page.getByText('Completed', { exact: true }).first().waitFor()
    await section(page, 'History').getByText('Nothing more to choose:').waitFor()
  })

  kartabl.test('on a phone, in Persian and in the dark, without anything wider than the screen', async () => {
    await startClaim(await kartabl.signedIn('dana').then(({ page }) => page))
    const { page } = await kartabl.signedIn('sara', { language: 'fa', theme: 'dark', size: 'phone' })
    await page.goto('/inbox/groups')
    const offered = page.getByRole('region', { name: 'گام بعدی را برگزینید' }).getByRole('listitem').last()
    await offered.getByRole('button', { name: 'تماس با مشتری' }).waitFor()
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wider).toBe(0)
    expect(await violations(page, 'choices')).toEqual([])
    await screenshot(page, 'choices-fa-dark-phone')
    await offered.getByRole('button', { name: 'کار انجام شد' }).click()
    await page
      .getByRole('dialog', { name: 'آیا کار انجام شده است؟' })
      .getByRole('button', { name: 'انجام شد' })
      .click()
    await offered.waitFor({ state: 'detached' })
  })
})

async function startClaim(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Processes' }).click()
  await page.getByRole('link', { name: 'Warranty claim' }).first().click()
  await section(page, 'What runs where').getByText('Call the').first().waitFor()
  await page.getByRole('link', { name: 'Start', exact: true }).last().click()
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await section(page, 'Where it stands').waitFor()
}
