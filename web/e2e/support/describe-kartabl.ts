import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { describeInBrowser, openBrowser } from './browser.ts'
import type { Look } from './look.ts'
import { type ServedKartabl, serveKartabl } from './served-kartabl.ts'
import { signIn } from './sign-in.ts'
import { type Visitor, visit } from './visitor.ts'

/** The running product and a browser to look at it. */
export interface Kartabl {
  /** Somebody at a window of their own; nobody is signed in. */
  visit(look?: Partial<Look>): Promise<Visitor>
  /** The same, signed in as one of the demo company's people. */
  signedIn(user: string, look?: Partial<Look>): Promise<Visitor>
  /** A test after which the windows are closed. It fails when one of them has complained meanwhile. */
  test(name: string, run: () => Promise<void>): void
}

/** Tests of the product as `npm start` serves it, one server and one browser for all of them. */
export function describeKartabl(
  name: string,
  tests: (kartabl: Kartabl) => void,
  { empty = false } = {},
): void {
  describeInBrowser(name, () => {
    let server: ServedKartabl
    let browser: Browser
    const visitors: Visitor[] = []

    beforeAll(async () => {
      server = await serveKartabl({ empty })
      browser = await openBrowser()
    })
    afterEach(async () => {
      for (const visitor of visitors.splice(0)) await visitor.leave()
    })
    afterAll(async () => {
      await browser?.close()
      await server?.stop()
    })

    const come = async (look: Partial<Look> = {}) => {
      const visitor = await visit(browser, server.address, look)
      visitors.push(visitor)
      return visitor
    }
    tests({
      visit: come,
      async signedIn(user, look = {}) {
        const visitor = await come(look)
        await signIn(visitor.page, user, look)
        return visitor
      },
      test: (title, run) =>
        test(title, async () => {
          await run().catch(async (error: unknown) => {
            console.error(`“${title}” failed; what was on the screen: ${await picture(visitors)}`)
            throw error
          })
          expect(visitors.flatMap(({ complaints }) => complaints)).toEqual([])
        }),
    })
  })
}

/** Returns the folder of the pictures. */
async function picture(visitors: readonly Visitor[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kartabl-failed-'))
  for (const [place, { page }] of visitors.entries())
    await page.screenshot({ path: join(folder, `${place}.png`) })
  return folder
}
