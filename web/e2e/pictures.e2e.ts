import { describeKartabl } from './support/describe-kartabl.ts'
import type { Look } from './support/look.ts'
import { openWhole, places } from './support/places.ts'
import { screenshot } from './support/screenshot.ts'

const desk = { size: 'desk' } as const
const phone = { size: 'phone' } as const
const dark = { theme: 'dark' } as const
const fa = { language: 'fa' } as const

/** What the documentation shows: file, place, look. */
const pictures: readonly (readonly [file: string, place: string, look: Partial<Look>])[] = [
  ['inbox', 'inbox', desk],
  ['inbox-phone', 'inbox', phone],
  ['inbox-fa', 'inbox', { ...desk, ...fa }],
  ['task', 'task in the inbox', desk],
  ['task-fa', 'task in the inbox', { ...desk, ...fa }],
  ['task-phone-fa-dark', 'task', { ...phone, ...fa, ...dark }],
  ['opportunity-fa-dark', 'opportunity', { ...desk, ...fa, ...dark }],
  ['opportunity-phone', 'opportunity', phone],
  ['process', 'process', desk],
  ['instance-dark', 'instance', { ...desk, ...dark }],
  ['instance-phone-fa', 'instance', { ...phone, ...fa }],
]

describeKartabl('pictures for the documentation', (kartabl) => {
  kartabl.test('show each kind of page, nothing wider than its window', async () => {
    for (const [file, place, look] of pictures) {
      const { page, leave } = await kartabl.signedIn('sara', look)
      const address = (await places(page)).get(place)
      if (address === undefined) throw new Error(`There is no place “${place}”.`)
      await openWhole(page, address)
      expect([
        file,
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ]).toEqual([file, 0])
      await screenshot(page, file)
      await leave()
    }
    for (const [file, look] of [
      ['sign-in', desk],
      ['sign-in-phone-fa-dark', { ...phone, ...fa, ...dark }],
    ] as const) {
      const { page } = await kartabl.visit(look)
      await openWhole(page, '/login')
      await screenshot(page, file)
    }
  })
})
