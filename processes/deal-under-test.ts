import { type ApprovalCase, casesOf } from '../db/records/approval/approval-case.ts'
import { getOpportunity, type Opportunity } from '../db/records/opportunity/opportunity.ts'
import type { JsonValue, Key, Variables } from '../engine/index.ts'
import type { TestEngine } from '../engine/testing/test-engine.ts'
import { readSubmission } from '../forms/index.ts'
import type { CompanyUnderTest } from './company-under-test.ts'

type Task = Awaited<ReturnType<TestEngine['tasks']>>[number]

interface Completion {
  readonly by: string
  readonly outcome?: string
  readonly values?: { readonly [key: string]: JsonValue }
}

/** One deal with the process that works on it and those that it calls. */
export class DealUnderTest {
  readonly company: CompanyUnderTest
  readonly instance: Key
  readonly id: number

  constructor(company: CompanyUnderTest, instance: Key, id: number) {
    this.company = company
    this.instance = instance
    this.id = id
  }

  async record(): Promise<Opportunity> {
    const record = await getOpportunity(this.company.records.reading, this.id)
    if (record === null) throw new Error(`there is no deal ${this.id}`)
    return record
  }

  /** Statuses of its items, by position. */
  statuses = async (): Promise<string[]> => (await this.record()).items.map(({ status }) => status)

  /** Its requests for approval, the latest first. */
  requests = (): Promise<ApprovalCase[]> => casesOf(this.company.records.reading, 'opportunity', this.id)

  /** The instance and all that it has called, running or ended, callers first. */
  async instances(processId?: string): Promise<Key[]> {
    const { store, definitions } = this.company.test.engine
    const all: Key[] = []
    const wanted: Key[] = []
    for (let level = [this.instance]; level.length > 0; ) {
      const rows = await store.find('instances', { where: [{ column: 'key', is: 'in', value: level }] })
      for (const { key, definition } of rows) {
        const process = await definitions.row(definition)
        if (processId === undefined || process?.processId === processId) wanted.push(key)
        all.push(key)
      }
      const called = await store.find('instances', { where: [{ column: 'parent', is: 'in', value: level }] })
      level = called.map(({ key }) => key).filter((key) => !all.includes(key))
    }
    return wanted
  }

  /** Open tasks, oldest first. */
  async tasks(): Promise<Task[]> {
    const mine = await this.instances()
    return (await this.company.test.tasks()).filter(({ instance }) => mine.includes(instance))
  }

  openTasks = async (): Promise<string[]> => (await this.tasks()).map(({ elementId }) => elementId).sort()

  async task(elementId: string): Promise<Task> {
    const tasks = await this.tasks()
    const found = tasks.find((task) => task.elementId === elementId)
    if (found === undefined)
      throw new Error(
        `no open task '${elementId}', open are: ${tasks.map((task) => task.elementId).join(', ')}`,
      )
    return found
  }

  /** Completes the oldest such task by its form; the refusal's code if a handler refused it, else null. */
  async submit(elementId: string, { by, outcome, values = {} }: Completion): Promise<string | null> {
    const { test, forms } = this.company
    const { key, instance } = await this.task(elementId)
    const form = forms.get(elementId)
    if (form === undefined) throw new Error(`there is no form ${elementId}`)
    const current = await test.variablesOf(instance)
    const moment = { now: test.now, zone: 'UTC', outcome: outcome ?? null, current }
    const read = readSubmission(form, values, moment)
    if (!read.ok) throw new Error(`the form refuses it: ${JSON.stringify(read.error)}`)
    const variables: Variables = { ...read.value.variables }
    const command = { type: 'completeTask', key, variables, outcome: read.value.outcome } as const
    const done = await test.engine.execute(instance, command, { by })
    if (done.ok) return null
    return done.error.code === 'handler_rejected' ? done.error.reason : done.error.code
  }

  variables = (): Promise<Variables> => this.company.test.variablesOf(this.instance)

  /** Whether it runs or how it has ended. */
  status = (): Promise<string | undefined> => this.company.test.statusOf(this.instance)

  /** Open incidents, as `element: message`. */
  async incidents(): Promise<string[]> {
    const { store } = this.company.test.engine
    const instances = await this.instances()
    const rows = await store.find('incidents', {
      where: [{ column: 'instance', is: 'in', value: instances }],
    })
    return rows.map(({ elementId, message }) => `${elementId}: ${message}`)
  }

  /** Ids of the elements that were completed in the latest instance of a process, in order. */
  async reached(processId = 'opportunity'): Promise<string[]> {
    const { test, decode } = this.company
    const instance = (await this.instances(processId)).at(-1)
    if (instance === undefined) return []
    const row = await test.engine.store.get('instances', instance)
    const graph = await test.engine.definitions.graph(row?.definition ?? 0)
    const history = await test.engine.store.find('history', {
      where: [{ column: 'instance', is: '=', value: instance }],
      orderBy: [{ column: 'seq' }],
    })
    const elements = new Map<Key, string>()
    const completed: string[] = []
    for (const event of history.flatMap(({ events }) => decode(instance, events))) {
      if (event.type === 'elementActivated') elements.set(event.key, graph.elements[event.element]?.id ?? '')
      if (event.type === 'elementCompleted') completed.push(elements.get(event.key) ?? '')
    }
    return completed
  }
}
