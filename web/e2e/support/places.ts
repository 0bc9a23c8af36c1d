import type { Page } from 'playwright-core'
import { whole } from './whole.ts'

/** Addresses of every kind of page behind the sign-in, with what the person finds there. */
export async function places(page: Page): Promise<ReadonlyMap<string, string>> {
  const { accessToken } = await (await page.request.post('/api/auth/refresh')).json()
  const ask = async (path: string) => {
    const answer = await page.request.get(path, { headers: { authorization: `Bearer ${accessToken}` } })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }
  const first = async (path: string) => (await ask(path)).items[0]
  const tasks = (await ask('/api/inbox/mine?limit=50')).items as {
    key: string
    elementId: string
    instanceKey: string
    subject: { id: string }
  }[]
  const taskOf = (element: string) => {
    const task = tasks.find(({ elementId }) => elementId === element)
    if (task === undefined) throw new Error(`The demo company has no open task “${element}”.`)
    return task
  }
  const decision = taskOf('quote-decision')
  return new Map([
    ['inbox', '/inbox/mine'],
    ['inbox without a task', '/inbox/overdue?search=nothing-like-this'],
    ['task in the inbox', `/inbox/mine/${decision.key}`],
    ['task', `/tasks/${taskOf('correct').key}`],
    ['what can be started', '/start'],
    ['start', '/start/opportunity'],
    ['opportunities', '/records/opportunities'],
    ['opportunity', `/records/opportunities/${decision.subject.id}`],
    ['parties', '/records/parties'],
    ['party', `/records/parties/${(await first('/api/records/parties')).id}`],
    ['products', '/records/products'],
    ['product', `/records/products/${(await first('/api/records/products')).id}`],
    ['processes', '/processes'],
    ['process', '/processes/opportunity'],
    ['upload', '/upload'],
    ['instance', `/instances/${decision.instanceKey}`],
    ['nowhere', '/nothing/here'],
  ])
}

/** Opens an address and waits until everything on it is there. */
export async function openWhole(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await whole(page)
}
