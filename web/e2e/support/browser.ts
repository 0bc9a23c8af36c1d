import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const path = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** `describe` where there is a Chromium; elsewhere the tests are left out, and it is said how to get them. */
export const describeInBrowser: jest.Describe = (() => {
  if (existsSync(path)) return describe
  console.warn(
    `Left out: there is no Chromium at ${path}. Install it, or name it: CHROMIUM=/path/to/chromium.`,
  )
  return describe.skip
})()

/** The browser of one test file; each person gets a context of their own in it. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: path,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
