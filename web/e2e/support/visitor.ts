import type { Browser, Page } from 'playwright-core'
import { contextOf, type Look, plainLook } from './look.ts'

/** How long anything may take to come up, milliseconds. */
const patience = 10_000

/** Somebody at a browser of their own. */
export interface Visitor {
  readonly page: Page
  /** What went wrong inside the page so far: exceptions and complaints of the browser. */
  readonly complaints: readonly string[]
  leave(): Promise<void>
}

/** Opens a browser window on the product. Nobody is signed in. */
export async function visit(browser: Browser, address: string, look: Partial<Look> = {}): Promise<Visitor> {
  const context = await browser.newContext({ ...contextOf({ ...plainLook, ...look }), baseURL: address })
  context.setDefaultTimeout(patience)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !isAnswered(message.text())) complaints.push(message.text())
  })
  return { page, complaints, leave: () => context.close() }
}

/** Answers such as 401 and 409 and lost connections are listed by the browser too; the page deals with them. */
const isAnswered = (text: string): boolean =>
  /^(Failed to load resource|WebSocket connection to .* failed)/.test(text)
