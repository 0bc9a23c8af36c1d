import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { compile } from '../../graph/compile.ts'
import { diagram } from '../../testing/diagram.ts'
import { WorkerParser } from './worker-parser.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kartabl-parser-'))
})

afterAll(() => rm(folder, { recursive: true }))

/** The worker as the build makes it. */
async function builtWorker(): Promise<URL> {
  const outfile = join(folder, 'parse-worker.mjs')
  await build({
    entryPoints: ['engine/runtime/parsing/parse-worker.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
    // Inlined, since the file stands outside the repository where no package can be found.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  })
  return pathToFileURL(outfile)
}

test('a diagram read in the worker compiles like one read here, and refusals come back too', async () => {
  const parser = new WorkerParser(await builtWorker())
  const read = await parser.parse(diagram('p').start().userTask('a').end().toXml())
  expect(read.ok && compile(read.value).ok).toBe(true)
  expect(await parser.parse('<!DOCTYPE x>')).toMatchObject({ ok: false, error: [{ code: 'xml_doctype' }] })
  await parser.close()
})

test('a file that takes too long is refused, and the next one is read by a new thread', async () => {
  const file = join(folder, 'stuck-once.mjs')
  await writeFile(
    file,
    `import { parentPort } from 'node:worker_threads'
     parentPort.on('message', ({ id, xml }) => { if (xml === 'stuck') for (;;); parentPort.postMessage({ id, result: { ok: false, error: [] } }) })`,
  )
  const parser = new WorkerParser(pathToFileURL(file), 500)
  expect(await parser.parse('stuck')).toMatchObject({
    ok: false,
    error: [{ code: 'parsing_takes_too_long' }],
  })
  expect(await parser.parse('next')).toEqual({ ok: false, error: [] })
  await parser.close()
})
