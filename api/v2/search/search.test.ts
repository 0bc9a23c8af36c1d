import { type TestDatabase, testDatabases } from '../../../db/records/testing/test-databases.ts'
import { diagram } from '../../../engine/testing/diagram.ts'
import { AT_ONCE, deployFiles } from '../testing/deploy-diagrams.ts'
import { type ServedCompany, serveCompany } from '../testing/served-company.ts'

const parcel = (name: string) =>
  diagram('parcel', { name }).start().userTask('weigh', { candidateGroups: 'sales' }).end().toXml()
const letter = diagram('letter').start().serviceTask('stamp', 'stamp').end().toXml()

interface Answer {
  items: { processInstanceKey: string; [field: string]: unknown }[]
  page: { totalItems: number; startCursor: string; endCursor: string }
}

describe.each(testDatabases)('searching on %s', (_name, open) => {
  let test: TestDatabase
  let company: ServedCompany
  /** Keys of five parcels, an hour apart, the third canceled, and of one letter. */
  const keys: string[] = []
  beforeAll(async () => {
    test = await open()
    company = await serveCompany(test)
    const dana = company.client('dana')
    await deployFiles(company, { 'parcel.bpmn': parcel('Parcel'), 'letter.bpmn': letter })
    await deployFiles(company, { 'parcel.bpmn': parcel('Big parcel') })
    for (const [index, id] of ['parcel', 'parcel', 'parcel', 'parcel', 'parcel', 'letter'].entries()) {
      company.clock.at += 3_600_000
      const variables = { weight: index * 10, city: index % 2 === 0 ? 'Shiraz' : 'Yazd' }
      const body = { processDefinitionId: id as never, variables }
      keys.push((await dana.createProcessInstance(body)).processInstanceKey)
    }
    await dana.cancelProcessInstance({ processInstanceKey: keys[2] as never })
  })
  afterAll(async () => {
    await company.close()
    await test.drop()
  })

  const search = async (body: object): Promise<Answer> => {
    const answer = await company.call('dana', 'POST', '/process-instances/search', body)
    expect(answer.status).toBe(200)
    return answer.body as Answer // the server's own schema has checked it
  }
  const numbersOf = ({ items }: Answer) => items.map((item) => keys.indexOf(item.processInstanceKey))
  const hour = (hours: number) =>
    new Date(Date.parse('2026-03-02T08:00:00Z') + hours * 3_600_000).toISOString()

  it.each<[string, object, number[]]>([
    ['nothing', {}, [0, 1, 2, 3, 4, 5]],
    ['a process id', { processDefinitionId: 'letter' }, [5]],
    ['a process id like', { processDefinitionId: { $like: 'par*' } }, [0, 1, 2, 3, 4]],
    ['a process name', { processDefinitionName: 'Big parcel' }, [0, 1, 2, 3, 4]],
    ['a version', { processDefinitionVersion: { $gte: 2 } }, [0, 1, 2, 3, 4]],
    ['a state', { state: 'TERMINATED' }, [2]],
    ['not a state', { state: { $neq: 'TERMINATED' }, processDefinitionId: { $neq: 'letter' } }, [0, 1, 3, 4]],
    ['states like', { state: { $like: '?CTIVE' } }, [0, 1, 3, 4, 5]],
    ['no states', { state: { $in: [] } }, []],
    ['a time before', { startDate: { $lt: hour(3) } }, [0, 1]],
    ['a time between', { startDate: { $gte: hour(2), $lte: hour(3) } }, [1, 2]],
    ['an end', { endDate: { $exists: true } }, [2]],
    ['no parent', { parentProcessInstanceKey: { $exists: false }, hasIncident: false }, [0, 1, 2, 3, 4, 5]],
    ['a tenant', { tenantId: '<default>', state: 'TERMINATED' }, [2]],
    ['another tenant', { tenantId: 'acme' }, []],
    [
      'variables',
      {
        variables: [
          { name: 'city', value: '"Yazd"' },
          { name: 'weight', value: { $neq: '50' } },
        ],
      },
      [1, 3],
    ],
    [
      'a variable that is absent',
      { variables: [{ name: 'colour', value: { $exists: false } }], state: 'TERMINATED' },
      [2],
    ],
    ['an element', { elementId: 'weigh', elementInstanceState: 'TERMINATED' }, [2]],
    ['either', { $or: [{ state: 'TERMINATED' }, { processDefinitionId: 'letter' }] }, [2, 5]],
    [
      'both and either',
      { processDefinitionId: 'parcel', $or: [{ state: 'TERMINATED' }, { processDefinitionId: 'letter' }] },
      [2],
    ],
    ['a key beyond all keys', { processInstanceKey: '9999999999999999999' }, []],
    ['tags', { tags: ['urgent'] }, []],
  ])('finds instances by %s', async (_what, filter, expected) => {
    const answer = await search({ filter })
    expect(numbersOf(answer)).toEqual(expected)
    expect(answer.page.totalItems).toBe(expected.length)
  })

  it.each([
    ['an unknown field', { filter: { colour: 'red' } }, 'invalid_request'],
    ['an unknown operator', { filter: { state: { $near: 'ACTIVE' } } }, 'invalid_request'],
    ['a time without a zone', { filter: { startDate: '2026-03-02' } }, 'invalid_request'],
    ['a key that is none', { filter: { processInstanceKey: 'abc' } }, 'invalid_request'],
    ['two ways of paging', { page: { from: 1, after: 'AAAA' } }, 'invalid_request'],
    ['a cursor of something else', { page: { after: 'AAAA' } }, 'cursor_not_valid'],
    [
      'a field that cannot be sorted by',
      { sort: [{ field: 'processDefinitionName' }] },
      'sort_not_supported',
    ],
    ['an escaped wildcard', { filter: { processDefinitionId: { $like: 'a\\*' } } }, 'filter_not_supported'],
    [
      'variables inside $or',
      { filter: { $or: [{ variables: [{ name: 'a', value: '1' }] }] } },
      'filter_not_supported',
    ],
  ])('refuses %s', async (_what, body, code) => {
    expect(await company.call('dana', 'POST', '/process-instances/search', body)).toMatchObject({
      status: 400,
      body: { code },
    })
  })

  it('sorts by several fields', async () => {
    const sort = [
      { field: 'state', order: 'DESC' },
      { field: 'startDate', order: 'DESC' },
    ]
    expect(numbersOf(await search({ sort }))).toEqual([2, 5, 4, 3, 1, 0])
  })

  it.each([
    ['by key', []],
    ['by a field with nulls', [{ field: 'endDate', order: 'ASC' }]],
    ['downwards by a field with nulls', [{ field: 'endDate', order: 'DESC' }]],
    ['by two fields', [{ field: 'state' }, { field: 'startDate', order: 'DESC' }]],
  ])('pages forward and back without gap or repetition, sorted %s', async (_how, sort) => {
    const whole = numbersOf(await search({ sort }))
    const pages = [await search({ sort, page: { limit: 2 } })]
    for (let page = pages[0]!; page.items.length > 0; ) {
      page = await search({ sort, page: { limit: 2, after: page.page.endCursor } })
      if (page.items.length > 0) pages.push(page)
    }
    expect(pages.flatMap(numbersOf)).toEqual(whole)
    const before = await search({ sort, page: { limit: 3, before: pages[2]!.page.startCursor } })
    expect(numbersOf(before)).toEqual(whole.slice(1, 4))
    expect(numbersOf(await search({ sort, page: { limit: 3, before: pages[0]!.page.startCursor } }))).toEqual(
      [],
    )
  })

  it('keeps its place while instances come and go', async () => {
    const sort = [{ field: 'startDate', order: 'DESC' }]
    const first = await search({ sort, page: { limit: 2 } })
    const fresh = await company
      .client('dana')
      .createProcessInstance({ processDefinitionId: 'parcel' as never, variables: { weight: 1 } })
    const second = await search({ sort, page: { limit: 2, after: first.page.endCursor } })
    expect(numbersOf(first)).toEqual([5, 4])
    expect(numbersOf(second)).toEqual([3, 2])
    await company.client('dana').cancelProcessInstance({ processInstanceKey: fresh.processInstanceKey })
  })

  it('finds the latest versions of processes', async () => {
    const find = async (filter: object) => {
      const { items } = await company.client('dana').searchProcessDefinitions({ filter }, AT_ONCE)
      return items!.map(({ processDefinitionId, version }) => `${processDefinitionId} ${version}`)
    }
    expect(await find({ isLatestVersion: true })).toEqual(['letter 1', 'parcel 2'])
    expect(await find({ isLatestVersion: false })).toEqual(['parcel 1'])
    expect(await find({ processDefinitionId: { $in: ['parcel'] }, version: 1 })).toEqual(['parcel 1'])
    expect(await find({ hasStartForm: true })).toEqual([])
  })

  it('finds tasks by variables of their instance', async () => {
    const weights = { name: 'weight', value: { $in: ['10', '20', '40'] } }
    const filter = { processInstanceVariables: [weights], state: 'CREATED' as const }
    const { items } = await company.client('sara').searchUserTasks({ filter }, AT_ONCE)
    expect(items.map((task) => keys.indexOf(task.processInstanceKey!))).toEqual([1, 4])
  })

  it('finds variables everywhere, by name and value', async () => {
    const filter = { name: 'weight', value: { $like: '?0' }, processInstanceKey: { $neq: keys[3] as never } }
    const sort = [{ field: 'value', order: 'DESC' }] as const
    const { items } = await company.client('dana').searchVariables({ filter, sort: [...sort] }, AT_ONCE)
    expect(items.map(({ value }) => value)).toEqual(['50', '40', '20', '10'])
  })

  it('finds element instances without being told the instance', async () => {
    const filter = { elementId: 'weigh' as never, state: 'ACTIVE', type: 'USER_TASK' } as const
    const sort = [{ field: 'startDate', order: 'ASC' }] as const
    const { items } = await company
      .client('dana')
      .searchElementInstances({ filter, sort: [...sort] }, AT_ONCE)
    expect(items!.map((item) => keys.indexOf(item.processInstanceKey))).toEqual([0, 1, 3, 4])
  })
})
