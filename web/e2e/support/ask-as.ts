import type { Page } from 'playwright-core'

/** Asks the server as one of the demo company's people, beside what their window does; returns the answer's JSON. */
export async function askAs(page: Page, user: string) {
  const login = await page.request.post('/api/auth/login', { data: { user, password: 'kartabl' } })
  const { accessToken } = await login.json()
  return async (method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, data?: object) => {
    const headers = { authorization: `Bearer ${accessToken}` }
    const answer = await page.request.fetch(path, { method, headers, ...(data && { data }) })
    const text = await answer.text()
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${text}`)
    return text === '' ? null : JSON.parse(text)
  }
}
