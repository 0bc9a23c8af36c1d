import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { askAs } from './ask-as.ts'

/** Puts one of the test diagrams in, as the designer does. */
export async function deploy(page: Page, file: string): Promise<void> {
  const content = await readFile(`web/e2e/diagrams/${file}`, 'utf8')
  const dana = await askAs(page, 'dana')
  await dana('POST', '/api/deployments', { files: [{ name: file, content }] })
}
