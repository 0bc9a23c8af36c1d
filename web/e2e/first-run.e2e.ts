import { describeKartabl } from './support/describe-kartabl.ts'
import { fillSignIn } from './support/sign-in.ts'

describeKartabl(
  'the first run without the demo company',
  (kartabl) => {
    kartabl.test('asks once for company and administrator, who then signs in', async () => {
      const { page } = await kartabl.visit()
      const field = (name: string) => page.getByRole('textbox', { name, exact: true })
      await page.goto('/')
      await page.getByRole('heading', { level: 1, name: 'Set up your company' }).waitFor()
      await page.getByRole('button', { name: 'Create the company' }).click()
      await page.getByText('This is needed.').first().waitFor()
      await field('Name of the company').fill('Nordlicht Works')
      await field('Your name').fill('Ada Berg')
      await field('User name').fill('ada')
      await page.getByLabel(/^Password( \*)?$/).fill('a long password')
      await page.getByRole('button', { name: 'Create the company' }).click()
      await page.getByRole('button', { name: 'Ada Berg: account' }).waitFor()

      await page.goto('/setup')
      await page.getByText('This company is set up already.').waitFor()
      const again = await page.request.post('/api/setup', {
        data: {
          company: { name: 'Thieves', language: 'en', timeZone: 'Europe/Berlin', currency: 'EUR' },
          administrator: { user: 'thief', name: 'Thief', password: 'a long password', email: null },
        },
      })
      expect(again.status()).toBe(409)
    })

    kartabl.test('knows nobody of the demo company', async () => {
      const { page } = await kartabl.visit()
      await page.goto('/')
      await page.getByRole('textbox', { name: 'User name' }).fill('sara')
      await page.getByLabel('Password', { exact: true }).fill('kartabl')
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.getByRole('alert').filter({ hasText: 'You could not be signed in' }).waitFor()
      await fillSignIn(page, 'ada', 'a long password')
      await page.getByRole('button', { name: 'Ada Berg: account' }).waitFor()
    })
  },
  { empty: true },
)
