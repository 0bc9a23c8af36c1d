import type { Page } from 'playwright-core'
import { askAs } from './ask-as.ts'
import { deploy } from './deploy.ts'

interface WaitingTask {
  readonly key: string
  readonly instanceKey: string
}

export interface WaitingWork {
  /** By sara to elena. */
  readonly delegated: WaitingTask
  /** Of sara; its case is suspended. */
  readonly suspended: WaitingTask
  /** Of sara; nothing keeps her from it. */
  readonly mine: WaitingTask
  /** Key of a case in which sara may choose; another of her tasks is put off. */
  readonly claim: string
}

/** Brings about one of each kind of waiting. */
export async function waitingWork(page: Page): Promise<WaitingWork> {
  const sara = await askAs(page, 'sara')
  const dana = await askAs(page, 'dana')
  await deploy(page, 'claim.bpmn')
  await deploy(page, 'recall.bpmn')
  await dana('POST', '/api/processes/recall/start', { values: {} })
  const { instanceKey: claim } = await dana('POST', '/api/processes/claim/start', { values: {} })
  const { items } = await sara('GET', '/api/inbox/mine?limit=50')
  const free = items.filter(
    ({ elementId, suspended }: { elementId: string; suspended: boolean }) =>
      elementId === 'quote-decision' && !suspended,
  )
  const [mine, delegated, suspended] = free.slice(-3)
  await sara('POST', `/api/tasks/${delegated.key}/delegate`, { user: 'elena' })
  await dana('POST', `/api/instances/${suspended.instanceKey}/suspend`)
  return { delegated, suspended, mine, claim }
}
