import { PreparedBlocks } from './prepared-blocks.ts'
import { places, sqlOf, statement } from './statement.ts'

const save = (revision: number) => statement('UPDATE a SET revision = ? WHERE `key` = ?', [revision, 7])
const add = (text: string | null) => statement('INSERT INTO b (text, n) VALUES (?, ?)', [text, 1])

/** What is sent as a block; null: sent as single statements. */
function send(blocks: PreparedBlocks, ...statements: ReturnType<typeof save>[]): string | null {
  const block = blocks.blockOf(statements)
  block?.sent()
  return block?.sql ?? null
}

test('values are written into a statement as literals', () => {
  expect(sqlOf(add("it's ? \\"))).toBe("INSERT INTO b (text, n) VALUES ('it\\'s ? \\\\', 1)")
  expect(sqlOf(add(null))).toBe('INSERT INTO b (text, n) VALUES (NULL, 1)')
})

test('what comes a third time is prepared as one block and from then on only executed', () => {
  const blocks = new PreparedBlocks()
  expect([send(blocks, save(1), add('x')), send(blocks, save(2), add('x'))]).toEqual([null, null])
  expect(send(blocks, save(3), add('y'))).toBe(
    "PREPARE writes0 FROM 'BEGIN NOT ATOMIC UPDATE a SET revision = ? WHERE `key` = ?;" +
      " INSERT INTO b (text, n) VALUES (?, ?); COMMIT; END'; EXECUTE writes0 USING 3, 7, 'y', 1",
  )
  expect(send(blocks, save(4), add(null))).toBe('EXECUTE writes0 USING 4, 7, NULL, 1')
})

test('other statements, or the same in another order, are another block', () => {
  const blocks = new PreparedBlocks()
  for (let time = 0; time < 3; time++) send(blocks, save(1), add('x'))
  expect(send(blocks, add('x'), save(1))).toBeNull()
  for (let time = 0; time < 2; time++) send(blocks, add('x'), save(1))
  expect(send(blocks, add('x'), save(5))).toBe("EXECUTE writes1 USING 'x', 1, 5, 7")
})

test('a block whose first execution failed is prepared again', () => {
  const blocks = new PreparedBlocks()
  for (let time = 0; time < 2; time++) send(blocks, save(1))
  expect(blocks.blockOf([save(1)])!.sql).toMatch(/^PREPARE writes0/)
  expect(send(blocks, save(2))).toMatch(/^PREPARE writes0/)
  expect(send(blocks, save(3))).toBe('EXECUTE writes0 USING 3, 7')
})

test('statements of very many rows, or with very long values, are never a block and leave room for others', () => {
  const blocks = new PreparedBlocks()
  const long = 'x'.repeat(1_000_001)
  for (let time = 0; time < 4; time++) expect(send(blocks, add(long))).toBeNull()
  const keys = Array.from({ length: 101 }, (_, key) => key)
  const many = () => statement(`DELETE FROM many WHERE a IN (${places(keys.length)})`, keys)
  for (let time = 0; time < 2_100; time++) expect(send(blocks, save(1), many())).toBeNull()
  for (let time = 0; time < 2; time++) send(blocks, save(1))
  expect(send(blocks, save(2))).toMatch(/^PREPARE writes0/)
})

test('only so many blocks are prepared', () => {
  const blocks = new PreparedBlocks()
  const other = (n: number) => statement(`DELETE FROM t${n} WHERE a = ?`, [n])
  for (let n = 0; n < 101; n++) for (let time = 0; time < 3; time++) send(blocks, other(n))
  expect(send(blocks, other(99))).toBe('EXECUTE writes99 USING 99')
  expect(send(blocks, other(100))).toBeNull()
})
