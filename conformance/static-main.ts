/** `--pack DIR [--out FILE]`: judges the models of a pack and says how often we agree with it. */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { runStaticPack, type StaticVerdict } from './static.ts'

const { values } = parseArgs({ options: { pack: { type: 'string' }, out: { type: 'string' } } })
if (values.pack === undefined) {
  console.error('Usage: npm run conformance:static -- --pack DIR [--out FILE], DIR holds static_index.json')
  process.exit(2)
}
const verdicts = await runStaticPack(values.pack)
const right = verdicts.filter((verdict) => verdict.right)
const wrong = verdicts.filter((verdict) => !verdict.right)

for (const constraint of [...new Set(verdicts.map((verdict) => verdict.constraint))].sort()) {
  const models = verdicts.filter((verdict) => verdict.constraint === constraint)
  const agreed = models.filter((verdict) => verdict.right).length
  console.log(`${constraint.padEnd(10)} ${agreed} right, ${models.length - agreed} wrong`)
}
for (const verdict of wrong) console.log(describe(verdict))
const unnamed = verdicts.filter(({ linesNotNamed }) => linesNotNamed.length > 0)
for (const { file, linesNotNamed } of unnamed)
  console.log(`${file}: no problem at line ${linesNotNamed.join(', ')}`)
console.log(
  `${right.length} of ${verdicts.length} verdicts right, ${unnamed.length} without the line the pack names`,
)

if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(verdicts, null, 2)}\n`)
process.exitCode = wrong.every((verdict) => verdict.argued !== null) ? 0 : 1

function describe({ file, expect, got, problems, argued }: StaticVerdict): string {
  const why = problems.map(({ line, code, message }) => `\n    ${line}: ${code}: ${message}`).join('')
  return `${argued === null ? 'WRONG' : `argued (${argued})`} ${file}: expected ${expect}, got ${got}${why}`
}
