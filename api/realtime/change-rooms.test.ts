import type { Change } from '../../engine/runtime/engine.ts'
import { changeRooms } from './change-rooms.ts'

const task = (change: Partial<Change<'tasks'>>): Change =>
  ({ table: 'tasks', key: 7, kind: 'updated', instance: 1, ...change }) as Change

const roomsFor = (change: Change) =>
  changeRooms([change])
    .map(({ room }) => room)
    .sort()

describe('who hears of a task', () => {
  test('its candidates when it is new', () => {
    const change = task({
      kind: 'inserted',
      after: { revision: 1, assignee: null, candidateGroups: '["sales"]', candidateUsers: '["ali"]' },
    })
    expect(roomsFor(change)).toEqual(['group:sales', 'person:ali'])
  })

  test('everyone who sees it no longer, when somebody takes it', () => {
    const before = { revision: 1, assignee: null, candidateGroups: '["sales"]', candidateUsers: '[]' }
    expect(roomsFor(task({ before, after: { revision: 2, assignee: 'sara' } }))).toEqual([
      'group:sales',
      'person:sara',
    ])
  })

  test('the former assignee when it is handed on', () => {
    const before = { revision: 2, assignee: 'sara', candidateGroups: '[]', candidateUsers: '[]' }
    expect(roomsFor(task({ before, after: { revision: 3, assignee: 'reza' } }))).toEqual([
      'person:reza',
      'person:sara',
    ])
  })

  test('nobody else, and nothing but key and revision is told', () => {
    const before = {
      revision: 2,
      name: 'secret',
      assignee: 'sara',
      candidateGroups: '[]',
      candidateUsers: '[]',
    }
    expect(changeRooms([task({ before, after: { revision: 3 } })])).toEqual([
      { room: 'person:sara', change: { kind: 'task', key: '7', rev: 3 } },
    ])
  })
})

test('an instance is told to those who watch it', () => {
  const change: Change = { table: 'instances', key: 9, kind: 'updated', instance: 9, after: { revision: 4 } }
  expect(changeRooms([change])).toEqual([
    { room: 'instance:9', change: { kind: 'instance', key: '9', rev: 4 } },
  ])
})

test('rows that nobody sees are told to nobody', () => {
  expect(changeRooms([{ table: 'outbox', key: 1, kind: 'inserted', instance: 9 }])).toEqual([])
})
