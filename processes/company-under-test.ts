import { openTestCompany, type TestCompany, testNow } from '../db/records/testing/test-company.ts'
import { openTestSqlite } from '../db/records/testing/test-databases.ts'
import type { Handlers, Key, Variables } from '../engine/index.ts'
import { TestEngine } from '../engine/testing/test-engine.ts'
import type { Trace } from '../engine/testing/trace.ts'
import { type Form, parseForm } from '../forms/index.ts'
import { DealUnderTest } from './deal-under-test.ts'
import { processSources, type SourceFile } from './process-sources.ts'

/** `decodeEvents` of the engine's state, which only tests may import. */
export type DecodeEvents = (instance: Key, text: string) => Parameters<Trace['add']>[0][]

/** The demo company on a real database, with every process folder deployed and a clock that the test moves. */
export class CompanyUnderTest {
  readonly records: TestCompany
  readonly test: TestEngine
  /** Of all folders. */
  readonly files: readonly SourceFile[]
  readonly forms: ReadonlyMap<string, Form>
  readonly decode: DecodeEvents

  private constructor(
    records: TestCompany,
    test: TestEngine,
    files: readonly SourceFile[],
    decode: DecodeEvents,
  ) {
    this.records = records
    this.test = test
    this.files = files
    this.forms = formsOf(files)
    this.decode = decode
  }

  static async open(decode: DecodeEvents): Promise<CompanyUnderTest> {
    const records = await openTestCompany(openTestSqlite)
    const sources = await processSources()
    const handlers: Handlers = Object.assign({}, ...sources.map((source) => source.handlers))
    const test = await TestEngine.open({ handlers, store: records.test.database.store })
    test.now = testNow
    const files = sources.flatMap((source) => source.files)
    const company = new CompanyUnderTest(records, test, files, decode)
    const deployed = await test.engine.deploy(files, 'dana')
    if (!deployed.ok) throw new Error(JSON.stringify(deployed.error, null, 2))
    return company
  }

  /** A new deal by its start form: Sara's unless someone else starts it. */
  async startDeal(by = 'sara', values: Record<string, string> = {}): Promise<DealUnderTest> {
    const variables: Variables = {
      partyId: '3',
      title: 'Pump station',
      type: 'goods',
      currency: 'EUR',
      ...values,
    }
    const started = await this.test.engine.create({ process: { id: 'opportunity' }, variables }, { by })
    if (!started.ok) throw new Error(`${started.error.code}: ${started.error.message}`)
    return new DealUnderTest(this, started.value.key, Number(started.value.variables.opportunityId))
  }

  /** Lets time pass, and everything that becomes due in it happen when it is due. */
  async wait(milliseconds: number): Promise<void> {
    const { test } = this
    const end = test.now + milliseconds
    for (let next = await test.engine.runDue(); next <= end; next = await test.engine.runDue())
      test.now = Math.max(test.now, next)
    test.now = end
  }

  close = (): Promise<void> => this.records.test.drop()
}

function formsOf(files: readonly SourceFile[]): Map<string, Form> {
  const forms = files.filter(({ name }) => name.endsWith('.form'))
  return new Map(
    forms.map(({ name, content }) => {
      const form = parseForm(JSON.parse(content))
      if (!form.ok) throw new Error(`${name}: ${JSON.stringify(form.error, null, 2)}`)
      return [form.value.id, form.value]
    }),
  )
}
