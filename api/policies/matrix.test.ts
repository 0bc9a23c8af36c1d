import supertest from 'supertest'
import { Permission } from '../contract/index.ts'
import { type ServedDemo, serveDemo } from '../testing/served-demo.ts'
import { permissionsOfRole } from './permissions.ts'

interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  readonly path: string
  readonly access: string
}

/** A person of the demo company for each role, and a permission set that is theirs. */
const people = { staff: 'sara', manager: 'mina', designer: 'dana', administrator: 'omid' } as const

const operationsOf = (document: {
  paths: Record<string, Record<string, { 'x-access'?: string }>>
}): Operation[] =>
  Object.entries(document.paths)
    .filter(([path]) => !path.startsWith('/v2'))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method as Operation['method'],
        path,
        access: operation['x-access'] ?? 'missing',
      })),
    )

const concrete = (path: string) =>
  path
    .replace('{view}', 'mine')
    .replace('{kind}', 'party')
    .replace('{processId}', 'none')
    .replace(/\{\w+\}/g, '999999')

describe('every route in the OpenAPI document', () => {
  let demo: ServedDemo
  let operations: Operation[]
  beforeAll(async () => {
    demo = await serveDemo()
    operations = operationsOf((await supertest(demo.url).get('/api/openapi.json').expect(200)).body)
  })
  afterAll(() => demo.close())

  test('says who may use it', () => {
    expect(operations.length).toBeGreaterThan(35)
    const accesses: string[] = ['public', 'signed-in', ...Permission.options]
    expect(operations.filter(({ access }) => !accesses.includes(access))).toEqual([])
  })

  test('is closed to whoever is not signed in, unless it is public', async () => {
    for (const { method, path, access } of operations) {
      if (access === 'public') continue
      const { status } = await supertest(demo.url)[method](concrete(path)).send({})
      expect([method, path, status]).toEqual([method, path, 401])
    }
  })

  test.each(Object.entries(people))(
    'answers 403 to %s exactly where the role has no such permission',
    async (role, id) => {
      const agent = await demo.as(id)
      // Those of the demo who lead or run the platform are staff as well.
      const held = new Set([...permissionsOfRole.staff, ...permissionsOfRole[role as keyof typeof people]])
      for (const { method, path, access } of operations) {
        if (access === 'public') continue
        const { status, body } = await agent[method](concrete(path)).send({})
        const allowed = access === 'signed-in' || held.has(access as Permission)
        const refused = status === 403 && body.detail?.includes(`do not allow ${access} here`)
        expect([role, method, path, refused]).toEqual([role, method, path, !allowed])
        expect([path, status < 500]).toEqual([path, true])
      }
    },
  )
})
