import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { section } from './support/deal-page.ts'
import { describeKartabl } from './support/describe-kartabl.ts'

describeKartabl('uploading a diagram', (kartabl) => {
  kartabl.test('a good one runs at once, a broken one says what is wrong at each element', async () => {
    const { page } = await kartabl.signedIn('dana')
    await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Processes' }).click()
    await page.getByRole('link', { name: 'Upload' }).click()
    await upload(page, 'broken.bpmn')
    const problems = page.getByRole('alert').getByRole('listitem')
    for (const element of ['which-to-work', 'work']) {
      const problem = problems.filter({ has: page.getByText(element, { exact: true }) }).first()
      await problem.waitFor()
    }
    expect(await page.getByRole('alert').innerText()).toContain('FEEL')

    await page.getByRole('button', { name: 'Remove broken.bpmn' }).click()
    await upload(page, 'holiday.bpmn')
    await page.getByRole('heading', { name: 'Deployed' }).waitFor()
    await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Processes' }).click()
    await page.getByRole('link', { name: 'Holiday request' }).click()
    await section(page, 'What runs where').getByText('Answer the request').first().waitFor()
    await page.getByRole('link', { name: 'Start', exact: true }).last().click()
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await section(page, 'Tasks').getByRole('link', { name: 'Answer the request' }).waitFor()
  })

  kartabl.test('one in the namespace of version 7 says how it is read', async () => {
    const { page } = await kartabl.signedIn('dana')
    await page.goto('/upload')
    await upload(page, 'version-7.bpmn')
    await page.getByRole('heading', { name: 'What was translated' }).waitFor()
    const told = page.getByRole('status').getByRole('listitem').filter({ hasText: 'is-it-much' })
    expect(await told.innerText()).toContain('=amount > 100')
  })

  kartabl.test('is not for staff', async () => {
    const { page } = await kartabl.signedIn('sara')
    await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Processes' }).click()
    await page.getByRole('link', { name: 'Opportunity' }).first().waitFor()
    expect(await page.getByRole('link', { name: 'Upload' }).count()).toBe(0)
    const refused = page.waitForResponse((response) => response.url().endsWith('/api/deployments'))
    await page.goto('/upload')
    await upload(page, 'holiday.bpmn')
    expect((await refused).status()).toBe(403)
    await page.getByRole('alert').filter({ hasText: 'This could not be deployed' }).waitFor()
  })

  async function upload(page: Page, file: string): Promise<void> {
    await page.locator('input[type=file]').setInputFiles(join('web/e2e/diagrams', file))
    await page.getByRole('button', { name: 'Deploy' }).click()
  }
})
