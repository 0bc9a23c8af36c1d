import type { Page } from 'playwright-core'
import { describeKartabl } from './support/describe-kartabl.ts'
import { openWhole, places } from './support/places.ts'
import { violations } from './support/violations.ts'

const languages = ['en', 'fa'] as const
const colours = ['color-contrast', 'link-in-text-block']

describeKartabl('no page shuts anybody out', (kartabl) => {
  for (const language of languages) {
    kartabl.test(`behind the sign-in, in ${language}`, async () => {
      const { page } = await kartabl.signedIn('sara', { language })
      const found: string[] = []
      for (const [place, address] of await places(page)) {
        await openWhole(page, address)
        found.push(...(await inBothThemes(page, place)))
      }
      expect(found).toEqual([])
    })

    kartabl.test(`before the sign-in and in what opens above a page, in ${language}`, async () => {
      const { page } = await kartabl.visit({ language })
      await openWhole(page, '/login')
      const dana = await kartabl.signedIn('dana', { language })
      await dana.page.keyboard.press('Control+k')
      await dana.page.getByRole('dialog').waitFor()
      const found = [
        ...(await inBothThemes(page, 'sign-in')),
        ...(await inBothThemes(dana.page, 'command palette')),
      ]
      await openWhole(dana.page, '/upload')
      await dana.page.locator('input[type=file]').setInputFiles('web/e2e/diagrams/broken.bpmn')
      await dana.page.getByRole('main').getByRole('button').last().click()
      await dana.page.getByRole('alert').waitFor()
      found.push(...(await inBothThemes(dana.page, 'refused upload')))
      expect(found).toEqual([])
    })
  }

  /** A theme changes colours only: the dark one is looked at for them alone. */
  async function inBothThemes(page: Page, place: string): Promise<string[]> {
    await page.emulateMedia({ colorScheme: 'light' })
    const light = await violations(page, `${place}, light`)
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor()
    return [...light, ...(await violations(page, `${place}, dark`, colours))]
  }
})
