import { describeKartabl } from './support/describe-kartabl.ts'
import { inboxPage } from './support/inbox-page.ts'
import { withoutPush } from './support/push.ts'
import { fillSignIn } from './support/sign-in.ts'
import { taskPage } from './support/task-page.ts'
import type { Visitor } from './support/visitor.ts'

const help = 'Help with the stalled deal'

describeKartabl('people at the same work', (kartabl) => {
  kartabl.test('see who was faster, at once, and keep what they typed', async () => {
    const mina = await kartabl.signedIn('mina')
    const arash = await kartabl.signedIn('arash')
    const deal = await openFirst(mina, help)
    await openOf(arash, help, deal)
    await taskPage(mina.page).text('Note for the salesperson').fill('Offer them the smaller valve.')

    await taskPage(arash.page).text('Note for the salesperson').fill('Call them today.')
    await taskPage(arash.page).complete('Send the note', help)

    await taskPage(mina.page)
      .notice(/^Arash .+ completed this task/)
      .waitFor()
    await taskPage(mina.page).panel.getByText('Offer them the smaller valve.').waitFor()
  })

  kartabl.test('are refused with name and time when the news had not come yet', async () => {
    const mina = await kartabl.visit()
    await withoutPush(mina.page)
    await mina.page.goto('/')
    await fillSignIn(mina.page, 'mina')
    const arash = await kartabl.signedIn('arash')
    const deal = await openFirst(mina, help)
    await openOf(arash, help, deal)
    await taskPage(mina.page).text('Note for the salesperson').fill('Offer them a pump instead.')
    await taskPage(arash.page).text('Note for the salesperson').fill('Visit them.')
    await taskPage(arash.page).complete('Send the note', help)

    await taskPage(mina.page).button('Send the note').click()
    const refusal = taskPage(mina.page).notice(/^Arash .+ was faster and has completed this task/)
    await refusal.getByRole('time').waitFor()
    await taskPage(mina.page).panel.getByText('Offer them a pump instead.').waitFor()
  })

  kartabl.test('have a complete inbox again soon after the connection was lost', async () => {
    const mina = await kartabl.signedIn('mina')
    const arash = await kartabl.signedIn('arash')
    const inbox = inboxPage(mina.page)
    await inbox.open('My groups')
    await inbox.rows(help).first().waitFor()
    const deal = await openFirst(arash, help)
    const gone = inbox.row(help, deal)
    await gone.waitFor()

    await mina.page.context().setOffline(true)
    await taskPage(arash.page).text('Note for the salesperson').fill('Ask for a new date.')
    await taskPage(arash.page).complete('Send the note', help)
    await mina.page.getByText('No connection.').waitFor()
    expect(await gone.count()).toBe(1)

    await mina.page.context().setOffline(false)
    await gone.waitFor({ state: 'detached', timeout: 4_000 })
    await mina.page.getByText('No connection.').waitFor({ state: 'hidden' })
  })

  /** Opens the first such task of one's groups and returns the deal it is about. */
  async function openFirst({ page }: Visitor, task: string): Promise<string> {
    const inbox = inboxPage(page)
    await inbox.open('My groups')
    await inbox.rows(task).first().click()
    await taskPage(page).title(task).waitFor()
    return page.getByRole('article').getByRole('link', { name: ' · ' }).first().innerText()
  }

  async function openOf({ page }: Visitor, task: string, deal: string): Promise<void> {
    const inbox = inboxPage(page)
    await inbox.open('My groups')
    await inbox.row(task, deal).click()
    await taskPage(page).title(task).waitFor()
  }
})
