import { type TestDatabase, testDatabases } from '../../db/records/testing/test-databases.ts'
import { diagram } from '../../engine/testing/diagram.ts'
import { AT_ONCE, deployFiles, id } from './testing/deploy-diagrams.ts'
import { type ServedCompany, serveCompany } from './testing/served-company.ts'

const shipping = diagram('shipping')
  .start()
  .serviceTask('pack', 'pack', { retries: '2' })
  .end('packed')
  .boundary('broken', 'pack', { error: 'BROKEN' })
  .end('wasted')
  .toXml()

describe.each(testDatabases)('jobs on %s', (_name, open) => {
  let test: TestDatabase
  let company: ServedCompany
  beforeAll(async () => {
    test = await open()
    company = await serveCompany(test)
    await deployFiles(company, { 'shipping.bpmn': shipping })
  })
  afterAll(async () => {
    await company.close()
    await test.drop()
  })

  const start = async () =>
    (await company.client('dana').createProcessInstance({ processDefinitionId: id('shipping') }))
      .processInstanceKey
  const lease = async () => {
    const asked = {
      type: 'pack',
      worker: 'packer',
      timeout: 10_000,
      maxJobsToActivate: 10,
      requestTimeout: -1,
    }
    return (await company.client('dana').activateJobs(asked)).jobs
  }

  it('offers a job again after its lease, and not before', async () => {
    const processInstanceKey = await start()
    expect(await lease()).toHaveLength(1)
    expect(await lease()).toHaveLength(0)
    company.clock.at += 10_000
    const [again] = await lease()
    await again!.complete()
    expect(await company.client('dana').getProcessInstance({ processInstanceKey }, AT_ONCE)).toMatchObject({
      state: 'COMPLETED',
    })
  })

  it('offers a failed job again after its back-off while it has retries', async () => {
    await start()
    const [job] = await lease()
    await job!.fail({ errorMessage: 'no boxes', retries: 1, retryBackOff: 60_000 })
    const failed = await company.client('dana').searchJobs({ filter: { state: 'FAILED' } }, AT_ONCE)
    expect(failed.items).toMatchObject([
      { errorMessage: 'no boxes', retries: 1, hasFailedWithRetriesLeft: true },
    ])
    expect(await lease()).toHaveLength(0)
    company.clock.at += 60_000
    const [again] = await lease()
    expect(again).toMatchObject({ jobKey: job!.jobKey, retries: 1 })
    await again!.complete()
  })

  it('makes an incident of a job without retries, which is resolved once it has retries again', async () => {
    const dana = company.client('dana')
    const processInstanceKey = await start()
    const [job] = await lease()
    await job!.fail({ errorMessage: 'out of tape', retries: 0 })
    const { items } = await dana.searchIncidents({ filter: { processInstanceKey, state: 'ACTIVE' } }, AT_ONCE)
    const [incident] = items!
    expect(incident).toMatchObject({ errorType: 'JOB_NO_RETRIES', elementId: 'pack', jobKey: job!.jobKey })
    expect(await dana.getProcessInstance({ processInstanceKey }, AT_ONCE)).toMatchObject({
      hasIncident: true,
    })

    const incidentKey = incident!.incidentKey!
    await expect(dana.resolveIncident({ incidentKey })).rejects.toMatchObject({ status: 409 })
    await job!.modifyRetries({ retries: 1 })
    await dana.resolveIncident({ incidentKey })
    expect(await dana.getIncident({ incidentKey }, AT_ONCE)).toMatchObject({ state: 'RESOLVED' })
    const [again] = await lease()
    await again!.complete()
    await expect(dana.resolveIncident({ incidentKey })).rejects.toMatchObject({ status: 404 })
  })

  it('throws an error that the diagram catches', async () => {
    const processInstanceKey = await start()
    const [job] = await lease()
    await job!.error({ errorCode: 'BROKEN', errorMessage: 'dropped' })
    const { items } = await company
      .client('dana')
      .searchElementInstances({ filter: { processInstanceKey, elementId: id('wasted') } }, AT_ONCE)
    expect(items).toMatchObject([{ state: 'COMPLETED', type: 'END_EVENT' }])
  })

  it('moves the end of a lease', async () => {
    await start()
    const [job] = await lease()
    await job!.modifyJobTimeout({ newTimeoutMs: 100_000 })
    company.clock.at += 50_000
    expect(await lease()).toHaveLength(0)
    await job!.complete()
  })

  it('names whoever asks as the worker when they give no name', async () => {
    await start()
    const asked = { type: 'pack', timeout: 10_000, maxJobsToActivate: 1, requestTimeout: -1 }
    const { jobs } = await company.client('omid').activateJobs(asked)
    const deadline = new Date(company.clock.at + 10_000).toISOString()
    const { items } = await company.client('dana').searchJobs({ filter: { worker: 'omid' } }, AT_ONCE)
    expect(items).toMatchObject([{ jobKey: jobs[0]!.jobKey, state: 'CREATED', deadline }])
    await jobs[0]!.complete()
  })

  it('finds a job whose lease ends while somebody waits for it', async () => {
    await start()
    await lease()
    const asked = { type: 'pack', timeout: 1000, maxJobsToActivate: 1, requestTimeout: 20_000 }
    const waiting = company.client('dana').activateJobs(asked)
    company.clock.at += 10_000
    const { jobs } = await waiting
    await jobs[0]!.complete()
  })

  it('lets a worker of the client do all of it', async () => {
    let worked = (_instance: string) => {}
    const done = new Promise<string>((resolve) => {
      worked = resolve
    })
    const worker = company.client('omid').createJobWorker({
      jobType: 'pack',
      maxParallelJobs: 2,
      jobTimeoutMs: 10_000,
      jobHandler: async (job) => {
        const receipt = await job.complete({ packedBy: 'worker' })
        worked(job.processInstanceKey)
        return receipt
      },
    })
    const processInstanceKey = await start()
    expect(await done).toBe(processInstanceKey)
    worker.stop()
  })

  it.each([
    ['completion', {}],
    ['failure', { retries: 1 }],
    ['error', { errorCode: 'BROKEN' }],
  ])('answers 404 for the %s of a job that is not there', async (action, body) => {
    const answer = await company.call('dana', 'POST', `/jobs/999999/${action}`, body)
    expect(answer).toMatchObject({ status: 404, body: { code: 'job_not_found', status: 404 } })
  })

  it.each([
    ['a lease of no length', { type: 'pack', timeout: 0, maxJobsToActivate: 1 }],
    ['no jobs at all', { type: 'pack', timeout: 1, maxJobsToActivate: 0 }],
    ['a type that is missing', { timeout: 1, maxJobsToActivate: 1 }],
  ])('refuses to lease with %s', async (_what, body) => {
    const answer = await company.call('dana', 'POST', '/jobs/activation', body)
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
  })

  it('keeps people without the right away from jobs', async () => {
    const answer = await company.call('sara', 'POST', '/jobs/activation', {})
    expect(answer).toMatchObject({ status: 403, body: { code: 'not_permitted' } })
  })
})
