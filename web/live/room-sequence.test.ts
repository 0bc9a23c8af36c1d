import { RoomSequence } from './room-sequence.ts'

describe('RoomSequence', () => {
  test('takes consecutive changes of each room without asking for a refetch', () => {
    const rooms = new RoomSequence()
    rooms.stand('person:sara', 7)
    rooms.stand('group:sales', 2)
    expect(rooms.take('person:sara', 8)).toBe(true)
    expect(rooms.take('group:sales', 3)).toBe(true)
    expect(rooms.take('person:sara', 9)).toBe(true)
  })

  test.each([
    ['a gap', 9],
    ['a repeated number', 7],
    ['a smaller number, after the server restarted', 1],
  ])('notices %s', (_name, seq) => {
    const rooms = new RoomSequence()
    rooms.stand('person:sara', 7)
    expect(rooms.take('person:sara', seq)).toBe(false)
    expect(rooms.take('person:sara', seq + 1)).toBe(true)
  })

  test('notices a change of a room nobody told about', () => {
    expect(new RoomSequence().take('group:sales', 1)).toBe(false)
  })

  test('knows after a reconnect whether anything happened meanwhile', () => {
    const rooms = new RoomSequence()
    expect(rooms.stand('person:sara', 7)).toBe(false)
    expect(rooms.stand('person:sara', 7)).toBe(true)
    expect(rooms.stand('person:sara', 8)).toBe(false)
  })
})
