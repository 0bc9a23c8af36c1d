import { readdirSync, readFileSync } from 'node:fs'
import { camunda7Remedies } from './camunda7-remedies.ts'
import { notNeeded } from './rules/not-needed.ts'

const folder = new URL('.', import.meta.url)
const spec = readFileSync(new URL('../../SPEC.md', folder), 'utf8')
const section = spec.slice(spec.indexOf('## Version 7 namespace'), spec.indexOf('\n## Refused'))

/** Names that the rules take, as their source has them. */
const taken = readdirSync(new URL('rules/', folder))
  .map((file) => readFileSync(new URL(`rules/${file}`, folder), 'utf8'))
  .flatMap((source) => [...source.matchAll(/\.take(?:Elements)?\('(\w+)'\)/g)].map((found) => found[1]!))

test('every attribute and element that is translated or known to be refused stands in the specification', () => {
  const missing = new Set(
    [...taken, ...notNeeded.keys(), ...camunda7Remedies.keys()].filter(
      (name) => !section.includes(`\`${name}\``),
    ),
  )
  expect([...missing]).toEqual([])
  expect(taken.length).toBeGreaterThan(15)
})
