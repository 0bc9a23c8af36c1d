import { describeKartabl } from './support/describe-kartabl.ts'

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
})
