import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describeKartabl } from './support/describe-kartabl.ts'
import type { Look } from './support/look.ts'
import { openWhole, places } from './support/places.ts'

const looks: readonly Pick<Look, 'language' | 'theme'>[] = [
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'fa', theme: 'light' },
  { language: 'fa', theme: 'dark' },
]

describeKartabl('no page shuts anybody out', (kartabl) => {
  for (const look of looks)
    kartabl.test(`behind the sign-in: ${look.language}, ${look.theme}`, async () => {
      const { page } = await kartabl.signedIn('sara', look)
      const found: string[] = []
      for (const [place, address] of await places(page)) {
        await openWhole(page, address)
        found.push(...(await violations(page, place)))
      }
      expect(found).toEqual([])
    })

  for (const look of looks)
    kartabl.test(
      `before the sign-in, and where a menu is open: ${look.language}, ${look.theme}`,
      async () => {
        const { page } = await kartabl.visit(look)
        await openWhole(page, '/login')
        expect(await violations(page, 'sign-in')).toEqual([])
        const dana = await kartabl.signedIn('dana', look)
        await dana.page.keyboard.press('Control+k')
        await dana.page.getByRole('dialog').waitFor()
        expect(await violations(dana.page, 'command palette')).toEqual([])
        await openWhole(dana.page, '/upload')
        await dana.page.locator('input[type=file]').setInputFiles('web/e2e/diagrams/broken.bpmn')
        await dana.page.getByRole('main').getByRole('button').last().click()
        await dana.page.getByRole('alert').waitFor()
        expect(await violations(dana.page, 'refused upload')).toEqual([])
      },
    )

  /** One line for each serious or critical violation: where, which rule, at which element. */
  async function violations(page: Page, place: string): Promise<string[]> {
    const { violations: all } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    return all
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${place}: ${id}: ${html} ${failureSummary}`),
      )
  }
})
