import express, { type ErrorRequestHandler } from 'express'
import supertest from 'supertest'
import { RoutersByStart } from './routers-by-start.ts'

const paths = ['/', '/tasks', '/tasks/search', '/tasks/{key}', '/tasks/{key}/complete', '/{any}/of/{all}']

const told: ErrorRequestHandler = (error: unknown, _request, response, _next) =>
  void response.status(500).send(String(error))

const app = express()
const routers = new RoutersByStart()
for (const path of paths)
  routers.of(path).get(path.replaceAll(/\{(\w+)\}/g, ':$1'), (request, response) => {
    response.json([path, request.params])
  })
routers.of('/tasks/broken').get('/tasks/broken', () => {
  throw new Error('broken')
})
app.use('/v2', routers.handler, (_request, response) => void response.json('nobody'))
app.use(told)

test.each([
  ['/v2', ['/', {}]],
  ['/v2/tasks', ['/tasks', {}]],
  ['/v2/Tasks/', ['/tasks', {}]],
  ['/v2/tasks/search', ['/tasks/search', {}]],
  ['/v2/tasks/7', ['/tasks/{key}', { key: '7' }]],
  ['/v2/tasks/7/complete', ['/tasks/{key}/complete', { key: '7' }]],
  ['/v2/tasks/search/complete', ['/tasks/{key}/complete', { key: 'search' }]],
  ['/v2/days/of/week', ['/{any}/of/{all}', { any: 'days', all: 'week' }]],
  ['/v2/tasks/of/week', ['/{any}/of/{all}', { any: 'tasks', all: 'week' }]],
  ['/v2/tasks/7/8', 'nobody'],
  ['/v2/other', 'nobody'],
])('%s is answered by %j', async (path, expected) => {
  const { body } = await supertest(app).get(path).expect(200)
  expect(body).toEqual(expected)
})

test('what a route throws goes to whoever handles errors', async () => {
  const { text } = await supertest(app).get('/v2/tasks/broken').expect(500)
  expect(text).toBe('Error: broken')
})
