import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi'
import { CamundaClient } from '@camunda8/orchestration-cluster-api'
import { type TestDatabase, testDatabases } from '../../db/records/testing/test-databases.ts'
import { v2Operations } from '../contract/v2/operations.ts'
import { registerV2 } from '../contract/v2/register.ts'
import { v2Routes } from './router.ts'
import { type ServedCompany, serveCompany } from './testing/served-company.ts'

describe.each(testDatabases.slice(0, 1))('the contract', (_name, open) => {
  let test: TestDatabase
  let company: ServedCompany
  beforeAll(async () => {
    test = await open()
    company = await serveCompany(test)
  })
  afterAll(async () => {
    await company.close()
    await test.drop()
  })

  it('has a route for every operation, and an operation for every route', () => {
    const routes = v2Routes(company.services).map(({ method, path }) => `${method} ${path}`)
    const operations = Object.values(v2Operations).map(({ method, path }) => `${method} ${path}`)
    expect(routes.toSorted()).toEqual(operations.toSorted())
  })

  it('calls its operations as the client does', () => {
    const unknown = Object.keys(v2Operations).filter((name) => !(name in CamundaClient.prototype))
    expect(unknown).toEqual([])
  })

  it('is in the OpenAPI document', () => {
    const registry = new OpenAPIRegistry()
    registerV2(registry)
    const info = { title: 'v2', version: '1' }
    const document = new OpenApiGeneratorV31(registry.definitions).generateDocument({
      openapi: '3.1.0',
      info,
    })
    const { post } = document.paths!['/v2/user-tasks/search']!
    expect(post).toMatchObject({ operationId: 'searchUserTasks', tags: ['User task'] })
    expect(Object.keys(document.paths!)).toHaveLength(
      new Set(Object.values(v2Operations).map(({ path }) => path)).size,
    )
  })

  it('says what answers here and who asks', async () => {
    const sara = company.client('sara')
    expect(await sara.getTopology()).toMatchObject({
      clusterSize: 1,
      brokers: [{ partitions: [{ health: 'healthy' }] }],
    })
    expect(await sara.getAuthentication()).toMatchObject({
      username: 'sara',
      displayName: 'Sara',
      email: 'sara@example.org',
      groups: expect.arrayContaining(['sales']),
      roles: ['staff'],
    })
    await sara.getStatus()
  })

  it('answers strangers with 401 and what is not served with 404', async () => {
    const strange = await fetch(`${company.url}/v2/topology`)
    expect(strange.status).toBe(401)
    expect(await company.call('sara', 'GET', '/license')).toMatchObject({ status: 404 })
  })
})
