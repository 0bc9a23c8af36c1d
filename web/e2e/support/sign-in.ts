import type { Page } from 'playwright-core'
import { type Look, plainLook } from './look.ts'

const demoPassword = 'kartabl'

/** Fills the sign-in, in English, and waits for the page behind it. */
export async function fillSignIn(page: Page, user: string, password = demoPassword): Promise<void> {
  await page.getByRole('textbox', { name: 'User name' }).fill(user)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('main').waitFor()
}

/** Opens the inbox of one of the demo company's people, in the language of the look; the theme is the system's. */
export async function signIn(page: Page, user: string, look: Partial<Look> = {}): Promise<void> {
  const { language } = { ...plainLook, ...look }
  const login = await page.request.post('/api/auth/login', { data: { user, password: demoPassword } })
  const { accessToken } = await login.json()
  const headers = { authorization: `Bearer ${accessToken}` }
  const changed = await page.request.patch('/api/me', { headers, data: { language, theme: 'auto' } })
  if (!changed.ok()) throw new Error(`${user} cannot be shown in ${language}: ${await changed.text()}`)
  await page.goto('/')
  await page.getByRole('main').waitFor()
}
