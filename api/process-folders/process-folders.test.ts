import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diagram } from '../../engine/testing/diagram.ts'
import { type ServedDemo, serveDemo } from '../testing/served-demo.ts'
import { checkFolder } from './check-folder.ts'
import { deployFolder } from './deploy-folders.ts'
import { allHandlers, readProcessFolders } from './read-folders.ts'

const form = (label: string) =>
  JSON.stringify({
    type: 'default',
    id: 'ask',
    components: [{ type: 'textfield', id: 'f', key: 'note', label }],
  })

const order = (name = 'Order') =>
  diagram('order', { name })
    .start()
    .userTask('ask', { formId: 'ask' })
    .serviceTask('book', 'book-it')
    .end()
    .toXml()
const handlers = "export const handlers = { 'book-it': { kind: 'transactional' } }"

describe('process folders', () => {
  let root: string
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'kartabl-folders-'))
  })
  afterEach(() => rm(root, { recursive: true }))

  async function write(folder: string, files: Record<string, string>) {
    await mkdir(join(root, folder), { recursive: true })
    for (const [name, content] of Object.entries(files)) await writeFile(join(root, folder, name), content)
  }
  const read = () =>
    readProcessFolders({ sources: root, handlersOf: (folder) => join(root, folder, 'handlers.mjs') })
  async function check() {
    const folders = await read()
    for (const folder of folders) await checkFolder(folder, folders)
    return allHandlers(folders)
  }

  test('a whole folder is read with its files and handlers', async () => {
    await write('order', {
      'order.bpmn': order(),
      'ask.form': form('Note'),
      'handlers.mjs': handlers,
      'README.md': '',
    })
    expect(Object.keys(await check())).toEqual(['book-it'])
    expect((await read())[0]?.files.map((file) => file.name)).toEqual(['ask.form', 'order.bpmn'])
  })

  test.each<[string, Record<string, string>, RegExp]>([
    [
      'no diagram of its name',
      { 'other.bpmn': order() },
      /processes\/order: expected the diagram order\.bpmn, found other\.bpmn/,
    ],
    [
      'a form missing',
      { 'order.bpmn': order(), 'handlers.mjs': handlers },
      /the element ask needs the form ask\.form/,
    ],
    [
      'a handler missing',
      { 'order.bpmn': order(), 'ask.form': form('Note') },
      /the element book needs a handler for the job type book-it/,
    ],
    [
      'another process id',
      { 'order.bpmn': diagram('sale').start().end().toXml() },
      /expected a process with the id order, found sale/,
    ],
  ])('with %s the start fails with a sentence', async (_what, files, sentence) => {
    await write('order', files)
    await expect(check()).rejects.toThrow(sentence)
  })

  test('two folders may not answer to one job type', async () => {
    for (const id of ['order', 'sale'])
      await write(id, { [`${id}.bpmn`]: diagram(id).start().end().toXml(), 'handlers.mjs': handlers })
    await expect(check()).rejects.toThrow(
      /processes\/sale: the job type book-it already has a handler in processes\/order/,
    )
  })

  test('a folder is deployed when it changes, and never over what a person deployed', async () => {
    const demo: ServedDemo = await serveDemo()
    const { engine } = demo.server.services
    const deploy = async () => {
      const [folder] = await read()
      return folder === undefined ? [] : deployFolder(engine, folder)
    }
    const files = { 'ask.form': form('Note'), 'handlers.mjs': handlers }
    await write('order', { ...files, 'order.bpmn': order() })
    expect(await deploy()).toEqual(['deployed processes/order'])
    expect(await deploy()).toEqual([])
    await write('order', { 'order.bpmn': order('Order, changed') })
    expect(await deploy()).toEqual(['deployed processes/order'])
    await engine.deploy([{ name: 'order.bpmn', content: order('Order by Dana') }], 'dana')
    expect(await deploy()).toEqual([
      expect.stringMatching(/was not deployed: order\.bpmn has a version that dana deployed/),
    ])
    expect((await engine.definitions.byId('order'))?.version).toBe(3)
    await demo.close()
  })
})
