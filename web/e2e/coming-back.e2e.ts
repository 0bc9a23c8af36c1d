import { describeKartabl } from './support/describe-kartabl.ts'
import { inboxPage } from './support/inbox-page.ts'
import { withoutPush } from './support/push.ts'
import { fillSignIn } from './support/sign-in.ts'
import { taskPage } from './support/task-page.ts'
import type { Visitor } from './support/visitor.ts'

const decide = "Record the customer's decision"

describeKartabl('coming back', (kartabl) => {
  kartabl.test('after a reload finds what was typed', async () => {
    const sara = await kartabl.signedIn('sara')
    await openFirst(sara, decide)
    await taskPage(sara.page).text('Note').fill('They decide on Monday.')
    await sara.page.getByText('Kept as a draft').waitFor()

    await sara.page.reload()
    await sara.page.getByText('You began this earlier. What you typed is back.').waitFor()
    expect(await taskPage(sara.page).text('Note').inputValue()).toBe('They decide on Monday.')
  })

  kartabl.test(
    'after the session has ended signs in and stands where it was, with what was typed',
    async () => {
      const sara = await kartabl.visit()
      await withoutPush(sara.page)
      await sara.page.goto('/')
      await fillSignIn(sara.page, 'sara')
      await openFirst(sara, decide)
      const there = sara.page.url()
      await taskPage(sara.page).text('Note').fill('They want it in blue.')
      await sara.page.getByText('Kept as a draft').waitFor()

      await sara.page.request.post('/api/auth/logout')
      await taskPage(sara.page).button('Negotiate again').click()
      await sara.page.getByText('You were signed out after a long pause.').waitFor()
      await fillSignIn(sara.page, 'sara')
      await taskPage(sara.page).title(decide).waitFor()
      expect(sara.page.url()).toBe(there)
      expect(await taskPage(sara.page).text('Note').inputValue()).toBe('They want it in blue.')
    },
  )

  kartabl.test('with the back button leads to the same list, searched as it was', async () => {
    const { page } = await kartabl.signedIn('sara')
    await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Records' }).click()
    await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('Pump')
    await page.waitForURL(/search=Pump/)
    const deal = page.getByRole('table').getByRole('link').first()
    const title = await deal.innerText()
    await deal.click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.goBack()
    await page
      .getByRole('heading', { level: 1, name: 'Records' })
      .or(page.getByRole('table'))
      .first()
      .waitFor()
    expect(await page.getByRole('searchbox', { name: 'Search', exact: true }).inputValue()).toBe('Pump')
    await page.goBack()
    await page.getByRole('region', { name: 'My work' }).waitFor()
  })

  async function openFirst({ page }: Visitor, task: string): Promise<void> {
    const inbox = inboxPage(page)
    await inbox.open('My work')
    await inbox.rows(task).first().click()
    await taskPage(page).title(task).waitFor()
  }
})
