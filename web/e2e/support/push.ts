import type { Page } from 'playwright-core'

/** Keeps the page from hearing what others do: requests get through, the socket does not. Before the page is opened. */
export async function withoutPush(page: Page): Promise<void> {
  await page.routeWebSocket(/\/live\//, (socket) => socket.close())
  await page.route(/\/live\//, (route) => route.abort())
}
