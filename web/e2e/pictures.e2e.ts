import { describeKartabl } from './support/describe-kartabl.ts'
import { type Look, plainLook } from './support/look.ts'
import { openWhole, places } from './support/places.ts'
import { screenshot } from './support/screenshot.ts'

const phone = { size: 'phone' } as const
const dark = { theme: 'dark' } as const
const fa = { language: 'fa' } as const

/** What the documentation shows of the pages behind the sign-in. */
const pictures: readonly (readonly [place: string, look: Partial<Look>])[] = [
  ['inbox', {}],
  ['inbox', phone],
  ['inbox', fa],
  ['task in the inbox', {}],
  ['task in the inbox', fa],
  ['task', { ...phone, ...fa, ...dark }],
  ['opportunity', phone],
  ['opportunity', { ...fa, ...dark }],
  ['process', {}],
  ['instance', dark],
  ['instance', { ...phone, ...fa }],
]

describeKartabl('pictures for the documentation', (kartabl) => {
  kartabl.test('show each kind of page, nothing wider than its window', async () => {
    for (const [place, look] of pictures) {
      const { page, leave } = await kartabl.signedIn('sara', look)
      const address = (await places(page)).get(place)
      if (address === undefined) throw new Error(`There is no place “${place}”.`)
      await openWhole(page, address)
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect([place, look, wider]).toEqual([place, look, 0])
      await screenshot(page, fileOf(place, look))
      await leave()
    }
  })

  kartabl.test('show the sign-in', async () => {
    for (const look of [{}, { ...phone, ...fa, ...dark }]) {
      const { page } = await kartabl.visit(look)
      await openWhole(page, '/login')
      await screenshot(page, fileOf('sign in', look))
    }
  })

  /** Such as `inbox-en-light-desktop`. */
  function fileOf(place: string, look: Partial<Look>): string {
    const { language, theme, size } = { ...plainLook, ...look }
    return [...place.split(' '), language, theme, size].join('-')
  }
})
