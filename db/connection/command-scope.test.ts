import type { Sequelize } from 'sequelize'
import { currentCommand, withinCommand } from './command-scope.ts'

const sequelize = {} as Sequelize // only compared
const transaction = { sequelize, connection: null }
const another = {} as Sequelize
const pause = () => new Promise((resolve) => setImmediate(resolve))

describe('work with records in a command', () => {
  test('is known through its awaits, on its own database alone, and not beside it', async () => {
    const beside: unknown[] = []
    const work = withinCommand(transaction, async () => {
      await pause()
      return [currentCommand(sequelize), currentCommand(another)]
    })
    beside.push(currentCommand(sequelize))
    await pause()
    beside.push(currentCommand(sequelize))
    expect(await work).toEqual([transaction, undefined])
    expect(beside).toEqual([undefined, undefined])
  })

  test('is over for what it left behind, also while other work runs', async () => {
    let later: Promise<unknown> = Promise.resolve()
    let finish = () => {}
    const other = withinCommand(transaction, () => new Promise<void>((resolve) => (finish = resolve)))
    await withinCommand(transaction, async () => {
      later = pause().then(() => currentCommand(sequelize))
    })
    expect(await later).toBeUndefined()
    finish()
    await other
  })

  test('is known again after all of it had ended, and still while other work ends', async () => {
    await withinCommand(transaction, pause)
    const long = withinCommand(transaction, async () => {
      await pause()
      await pause()
      return currentCommand(sequelize)
    })
    await withinCommand(transaction, async () => {})
    expect(await long).toBe(transaction)
  })

  test('ends when it fails, at once or later', async () => {
    const atOnce = withinCommand(transaction, () => {
      throw new Error('at once')
    })
    await expect(atOnce).rejects.toThrow('at once')
    await expect(withinCommand(transaction, () => Promise.reject(new Error('later')))).rejects.toThrow(
      'later',
    )
    expect(currentCommand(sequelize)).toBeUndefined()
  })
})
