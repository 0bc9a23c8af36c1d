import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deployable } from '../graph/deployable.ts'
import { playScript } from '../testing/play-script.ts'

const HERE = import.meta.dirname
const read = (name: string): string => readFileSync(join(HERE, name), 'utf8')
const names = readdirSync(HERE)
  .filter((name) => name.endsWith('.bpmn'))
  .map((name) => name.replace('.bpmn', ''))

test.each(names)('%s leaves the history that is written beside it', async (name) => {
  const script = read(`${name}.trace`)
  expect(await playScript(read(`${name}.bpmn`), script)).toBe(script)
})

test.each(names)('%s is drawn whole', async (name) => {
  const xml = read(`${name}.bpmn`)
  expect((await deployable(xml)).ok).toBe(true)
  const ids = [
    ...xml.matchAll(
      /<bpmn:(?:\w*Task|task|\w+Event|\w+Gateway|subProcess|adHocSubProcess|transaction|callActivity|sequenceFlow|association|data\w+Association|data\w+Reference) id="([^"]+)"/g,
    ),
  ]
  const drawn = new Set([...xml.matchAll(/bpmnElement="([^"]+)"/g)].map(([, id]) => id))
  expect(ids.map(([, id]) => id).filter((id) => !drawn.has(id))).toEqual([])
})
