import type { Page } from 'playwright-core'
import { askAs } from './support/ask-as.ts'
import { deploy } from './support/deploy.ts'
import { describeKartabl } from './support/describe-kartabl.ts'
import { openWhole, places } from './support/places.ts'
import { violations } from './support/violations.ts'
import { type WaitingWork, waitingWork } from './support/waiting-work.ts'

const texts = {
  en: {
    workIsDone: 'The work is done',
    cancel: 'Cancel this instance',
    close: 'Close',
    call: 'Call the customer',
    more: 'More',
    remindMe: 'Remind me',
    undo: 'Undo',
  },
  fa: {
    workIsDone: 'کار انجام شد',
    cancel: 'لغو این مورد',
    close: 'بستن',
    call: 'تماس با مشتری',
    more: 'بیشتر',
    remindMe: 'یادآوری کن',
    undo: 'برگرداندن',
  },
} as const
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

  let work: Promise<WaitingWork> | null = null
  const waiting = (page: Page): Promise<WaitingWork> => {
    work ??= waitingWork(page)
    return work
  }

  for (const language of languages) {
    const words = texts[language]

    kartabl.test(`with choices and with work that waits, in ${language}`, async () => {
      const { page: sara } = await kartabl.signedIn('sara', { language })
      const { page: elena } = await kartabl.signedIn('elena', { language })
      const { page: dana } = await kartabl.signedIn('dana', { language })
      const { delegated, suspended } = await waiting(sara)
      const found: string[] = []
      for (const [page, place, address] of [
        [sara, 'choices', '/inbox/groups'],
        [sara, 'work put off', '/inbox/later'],
        [sara, 'work that others have', '/inbox/waiting'],
        [sara, 'task delegated by me', `/tasks/${delegated.key}`],
        [elena, 'task delegated to me', `/inbox/mine/${delegated.key}`],
        [sara, 'task of a suspended case', `/inbox/mine/${suspended.key}`],
        [dana, 'suspended case', `/instances/${suspended.instanceKey}`],
      ] as const) {
        await openWhole(page, address)
        found.push(...(await inBothThemes(page, place)))
      }
      expect(found).toEqual([])
    })

    kartabl.test(`when a task is put off, in ${language}`, async () => {
      const { page } = await kartabl.signedIn('sara', { language })
      const { mine } = await waiting(page)
      const button = (name: string) => page.getByRole('button', { name, exact: true })
      const found: string[] = []
      await openWhole(page, `/tasks/${mine.key}`)
      await button(words.more).click()
      await page.getByRole('menuitem').first().click()
      await page.getByRole('spinbutton').first().waitFor()
      found.push(...(await inBothThemes(page, 'when it comes back')))
      await page.getByRole('dialog').getByRole('group').getByRole('button').last().click()
      await page.getByRole('grid').waitFor()
      found.push(...(await inBothThemes(page, 'the calendar')))
      await page.keyboard.press('Escape')
      await page.getByRole('grid').waitFor({ state: 'detached' })
      await button(words.remindMe).click()
      await button(words.undo).waitFor()
      found.push(...(await inBothThemes(page, 'that it is put off')))
      await button(words.undo).click()
      expect(found).toEqual([])
    })

    kartabl.test(`where data is waited for, in ${language}`, async () => {
      const { page } = await kartabl.signedIn('dana', { language })
      await deploy(page, 'offer-needed.bpmn')
      const ask = await askAs(page, 'dana')
      const { instanceKey } = await ask('POST', '/api/processes/offer-needed/start', { values: {} })
      await openWhole(page, `/instances/${instanceKey}`)
      await page.locator('.kartabl-note').waitFor()
      expect(await inBothThemes(page, 'a case that waits for data')).toEqual([])
    })

    kartabl.test(`in what asks and tells, in ${language}`, async () => {
      const { page } = await kartabl.signedIn('dana', { language })
      const { claim, delegated } = await waiting(page)
      const dialog = page.getByRole('dialog')
      const button = (name: string) => page.getByRole('button', { name, exact: true })
      const found: string[] = []
      await openWhole(page, `/instances/${claim}`)
      found.push(...(await inBothThemes(page, 'choice on a case')))
      await button(words.workIsDone).click()
      await dialog.waitFor()
      found.push(...(await inBothThemes(page, 'question whether the work is done')))
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'hidden' })
      await button(words.cancel).click()
      await dialog.getByRole('button', { name: words.close }).waitFor()
      found.push(...(await inBothThemes(page, 'question before cancelling')))
      await page.keyboard.press('Escape')
      await button(words.call).click()
      await page.getByRole('alert').getByRole('button', { name: words.close }).waitFor()
      await openWhole(page, `/tasks/${delegated.key}`)
      await button(words.more).click()
      await page.getByRole('menuitem').last().click()
      await dialog.getByRole('button', { name: words.close }).waitFor()
      found.push(...(await inBothThemes(page, 'to whom a task is assigned')))
      await openWhole(page, '/upload')
      await page.locator('input[type=file]').setInputFiles('web/e2e/diagrams/version-7.bpmn')
      await page.getByRole('main').getByRole('button').last().click()
      await page.getByRole('status').locator('code').first().waitFor()
      found.push(...(await inBothThemes(page, 'what was translated')))
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
