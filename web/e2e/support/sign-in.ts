import type { Browser, Page } from 'playwright-core'
import { type Look, plainLook } from './look.ts'
import { type Visitor, visit } from './visitor.ts'

export const demoPassword = 'kartabl'

/** Fills the sign-in, in English, and waits for the page behind it. */
export async function fillSignIn(page: Page, user: string, password = demoPassword): Promise<void> {
  await page.getByRole('textbox', { name: 'User name' }).fill(user)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('navigation', { name: 'Places' }).waitFor()
}

/** Somebody of the demo company, signed in with a browser of their own. */
export async function signedIn(
  browser: Browser,
  address: string,
  user: string,
  look: Partial<Look> = {},
): Promise<Visitor> {
  const visitor = await visit(browser, address, look)
  await prefer(visitor.page, user, { ...plainLook, ...look })
  await visitor.page.goto('/')
  await visitor.page.getByRole('main').waitFor()
  return visitor
}

/** Signs in below the page, with the language and theme the person is to have. The cookie is the browser's. */
async function prefer(page: Page, user: string, { language, theme }: Look): Promise<void> {
  const login = await page.request.post('/api/auth/login', { data: { user, password: demoPassword } })
  const { accessToken } = await login.json()
  const headers = { authorization: `Bearer ${accessToken}` }
  const changed = await page.request.patch('/api/me', { headers, data: { language, theme } })
  if (!changed.ok()) throw new Error(`${user} cannot be shown in ${language}: ${await changed.text()}`)
}
