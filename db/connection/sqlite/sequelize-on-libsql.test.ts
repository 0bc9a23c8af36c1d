import { DataTypes, QueryTypes, type Sequelize } from 'sequelize'
import { temporaryFile } from '../../stores/testing/database-under-test.ts'
import { openSqlite, type SqliteDatabase } from './open-sqlite.ts'

let database: SqliteDatabase
let sequelize: Sequelize
let remove: () => Promise<void>

beforeEach(async () => {
  const file = await temporaryFile()
  remove = file.remove
  database = await openSqlite(file.url.slice('sqlite:'.length), 'FULL')
  sequelize = database.sequelize
})

afterEach(async () => {
  await database.close()
  await remove()
})

const products = async () => {
  const Product = sequelize.define('product', {
    name: { type: DataTypes.STRING, unique: true },
    active: DataTypes.BOOLEAN,
    since: DataTypes.DATE,
    weight: DataTypes.DOUBLE,
  })
  await Product.sync()
  return Product
}

const value = async (sql: string, bind: unknown[] | Record<string, unknown>) =>
  (await sequelize.query<{ v: unknown }>(sql, { bind, type: QueryTypes.SELECT }))[0]?.v

test('a model keeps booleans, dates, floats and texts', async () => {
  const Product = await products()
  const since = new Date('2026-03-21T06:30:00.125Z')
  await Product.create({ name: 'چای 🍵', active: true, since, weight: 0.25 })
  const found = await Product.findOne({ where: { name: 'چای 🍵', active: true } })
  expect(found?.get()).toMatchObject({ active: true, since, weight: 0.25 })
})

test('created rows know their ids, one by one and in bulk', async () => {
  const Product = await products()
  expect((await Product.create({ name: 'a' })).get('id')).toBe(1)
  const bulk = await Product.bulkCreate([{ name: 'b' }, { name: 'c' }])
  expect(bulk.map((product) => product.get('name'))).toEqual(['b', 'c'])
  expect(await Product.count()).toBe(3)
})

test('updates and deletes say how many rows they changed', async () => {
  const Product = await products()
  await Product.bulkCreate([{ name: 'a' }, { name: 'b' }])
  expect(await Product.update({ weight: 2 }, { where: { weight: null } })).toEqual([2])
  expect(await Product.destroy({ where: { name: 'a' } })).toBe(1)
})

test('a unique violation is Sequelize’s own error with its field', async () => {
  const Product = await products()
  await Product.create({ name: 'a' })
  await expect(Product.create({ name: 'a' })).rejects.toMatchObject({
    name: 'SequelizeUniqueConstraintError',
    fields: ['name'],
  })
})

const bindings = [
  { name: 'true', given: true, type: 'integer', kept: 1 },
  { name: 'an integer', given: 5, type: 'integer', kept: 5 },
  { name: 'a large integer', given: 2 ** 53 - 1, type: 'integer', kept: 2 ** 53 - 1 },
  { name: 'a float', given: 0.5, type: 'real', kept: 0.5 },
  { name: 'a date', given: new Date(0), type: 'text', kept: '1970-01-01 00:00:00.000 +00:00' },
  { name: 'null', given: null, type: 'null', kept: null },
]
test.each(bindings)('$name is bound as $type', async ({ given, type, kept }) => {
  expect(await value('SELECT typeof($1) AS v', [given])).toBe(type)
  expect(await value('SELECT $1 AS v', [given])).toEqual(kept)
})

const refused = [
  { name: 'a number above 2^53', given: 2 ** 53 + 2 },
  { name: 'not a number', given: Number.NaN },
  { name: 'a text with a NUL', given: 'a\0b' },
  { name: 'an object', given: { a: 1 } },
]
test.each(refused)('$name is refused instead of changed', async ({ given }) => {
  await expect(value('SELECT $1 AS v', [given])).rejects.toThrow(/expected/)
})

test('a missing parameter is refused, where the driver would reuse the last one', async () => {
  expect(await value('SELECT $a AS v', { a: 'first' })).toBe('first')
  await expect(value('SELECT $a AS v, $b AS w', { a: 'second' })).rejects.toThrow(/\$b/)
})

test('ten transactions that read and write at once all commit, and count right', async () => {
  const Product = await products()
  await Product.create({ name: 'counter', weight: 0 })
  const raise = () =>
    sequelize.transaction(async (transaction) => {
      const counter = await Product.findOne({ where: { name: 'counter' }, transaction, rejectOnEmpty: true })
      await counter.update({ weight: Number(counter.get('weight')) + 1 }, { transaction })
    })
  await Promise.all(Array.from({ length: 10 }, raise))
  expect((await Product.findOne({ where: { name: 'counter' } }))?.get('weight')).toBe(10)
})

test('a transaction that fails is undone and lets the next one in', async () => {
  const Product = await products()
  const failing = sequelize.transaction(async (transaction) => {
    await Product.create({ name: 'a' }, { transaction })
    throw new Error('refused')
  })
  await expect(failing).rejects.toThrow('refused')
  await Product.create({ name: 'b' })
  expect((await Product.findAll()).map((product) => product.get('name'))).toEqual(['b'])
})

test('a nested transaction is a savepoint', async () => {
  const Product = await products()
  await sequelize.transaction(async (transaction) => {
    await Product.create({ name: 'outer' }, { transaction })
    const inner = sequelize.transaction({ transaction }, async (nested) => {
      await Product.create({ name: 'inner' }, { transaction: nested })
      throw new Error('refused')
    })
    await expect(inner).rejects.toThrow('refused')
  })
  expect((await Product.findAll()).map((product) => product.get('name'))).toEqual(['outer'])
})

test('a column that is added while the connection is open is read with its type', async () => {
  const Product = await products()
  await Product.create({ name: 'a' })
  await Product.findOne()
  await sequelize.query(
    'ALTER TABLE products ADD COLUMN sold_at DATETIME DEFAULT "2026-01-01 00:00:00.000 +00:00"',
  )
  const Sold = sequelize.define(
    'sold',
    { soldAt: { type: DataTypes.DATE, field: 'sold_at' } },
    { tableName: 'products' },
  )
  expect((await Sold.findOne())?.get('soldAt')).toEqual(new Date('2026-01-01T00:00:00Z'))
})

test('another process that holds the lock is waited for without blocking the event loop', async () => {
  const Product = await products()
  const other = database.file.storeConnection()
  other.exec('BEGIN IMMEDIATE')
  const written = Product.create({ name: 'a' })
  await new Promise((resolve) => setImmediate(resolve))
  other.exec('COMMIT')
  other.close()
  expect((await written).get('name')).toBe('a')
})
