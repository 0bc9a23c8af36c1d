import { askAs } from './support/ask-as.ts'
import { section } from './support/deal-page.ts'
import { deploy } from './support/deploy.ts'
import { describeKartabl } from './support/describe-kartabl.ts'
import { diagram } from './support/diagram.ts'

describeKartabl('a diagram', (kartabl) => {
  // What the page complains of fails the test: a drawing without a size has no scale.
  kartabl.test(
    'takes no harm when its place has no size for a moment, as on a page that is left',
    async () => {
      const { page } = await kartabl.signedIn('sara')
      await page.goto('/processes/opportunity')
      const drawing = page.locator('.djs-shape').first()
      await drawing.waitFor({ timeout: 30_000 })
      for (const display of ['none', '']) {
        await page.evaluate(
          (value) => document.querySelector('main')?.style.setProperty('display', value),
          display,
        )
        // Two frames later whoever observes sizes has been told of them.
        await page.evaluate(
          () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))),
        )
      }
      await drawing.waitFor()
    },
  )

  kartabl.test(
    'says at an activity, and in the list, which data it waits for, until that is there',
    async () => {
      const { page: dana } = await kartabl.signedIn('dana')
      await deploy(dana, 'offer-needed.bpmn')
      const ask = await askAs(dana, 'dana')
      const { instanceKey } = await ask('POST', '/api/processes/offer-needed/start', { values: {} })
      await dana.goto(`/instances/${instanceKey}`)
      const place = section(dana, 'Where it stands')
      const note = place.locator('[data-container-id="check"] .kartabl-note')
      await note.waitFor({ timeout: 30_000 })
      expect(plain(await note.innerText())).toBe('Waits for data: Offer and PriceList')
      await diagram(place).listed('Check the offer', 'Waits for data')

      await dana.setViewportSize({ width: 390, height: 844 })
      const inside = async () => {
        const [around, box] = [await place.locator('.djs-container').boundingBox(), await note.boundingBox()]
        return (
          around !== null &&
          box !== null &&
          box.x >= around.x &&
          box.x + box.width <= around.x + around.width &&
          box.y + box.height <= around.y + around.height
        )
      }
      await note.scrollIntoViewIfNeeded()
      expect(await inside()).toBe(true)

      const setData = (variables: object) =>
        ask('PUT', `/v2/element-instances/${instanceKey}/variables`, { variables })
      await setData({ Offer: 7 })
      await note
        .getByText('PriceList')
        .and(place.locator('.kartabl-note', { hasNotText: 'Offer' }))
        .waitFor()
      await setData({ PriceList: 'spring' })
      await note.waitFor({ state: 'detached' })
      await diagram(place).listed('Check the offer', '1 here')
    },
  )
})

/** Without the marks that keep a name's own direction. */
const plain = (text: string): string => text.replace(/[\u2068\u2069]/g, '')
