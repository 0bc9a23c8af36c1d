import { parse } from '../model/parse.ts'
import { type Diagram, diagram, FOR_COMPENSATION } from '../testing/diagram.ts'
import { compile } from './compile.ts'
import { deployable } from './deployable.ts'

/** `A` can be undone, `B` can't; `S` holds `C`, which can, and `E`, an event sub-process, holds `D`, which can. */
const drawn = (more: Partial<Record<'process' | 'S' | 'E' | 'inE', (d: Diagram) => Diagram>>) => {
  const { process = same, S = same, E = same, inE = same } = more
  const undoable = (d: Diagram, id: string) => d.userTask(id).compensatedBy(id, `undo${id}`)
  const begun = process(undoable(diagram('p').start(), 'A').userTask('B'))
  return begun
    .subProcess('S', (d) => S(undoable(d.start('s'), 'C')).end('se'))
    .subProcess('T', (d) => d.start('t').userTask('U').end('te'))
    .end()
    .eventSubProcess('E', (d) =>
      E(undoable(d.start('es', { signal: 'help' }), 'D'))
        .subProcess('in', (i) => inE(i.start('is')).end('ie'))
        .end('ee')
        .eventSubProcess('F', (f) =>
          f.start('fs', { signal: 'more' }).throw('deep', { compensate: 'A' }).end('fe'),
        ),
    )
}

const same = (d: Diagram): Diagram => d
const naming = (id: string) => (d: Diagram) => d.throw('x', { compensate: id })

async function problemsOf(drawing: Diagram): Promise<readonly string[]> {
  const done = await deployable(drawing.toXml())
  return done.ok ? [] : done.error.map(({ code, element }) => `${code} ${element}`)
}

test.each([
  ['beside it', drawn({ process: naming('A') })],
  ['that is a sub-process with something in it to undo', drawn({ process: naming('S') })],
  ['of the sub-process it stands in', drawn({ S: naming('C') })],
  ['of its event sub-process', drawn({ E: naming('D') })],
  ['around its event sub-process', drawn({ E: naming('A') })],
])('[CO6] an event may name an activity %s', async (_what, drawing) => {
  expect(await problemsOf(drawing)).toEqual([])
})

test.each([
  ['inside a sub-process', drawn({ process: naming('C') })],
  ['inside an event sub-process', drawn({ process: naming('D') })],
  ['around its sub-process', drawn({ S: naming('A') })],
  ['around a sub-process in an event sub-process', drawn({ inE: naming('A') })],
])('[CO6] one %s is out of sight', async (_what, drawing) => {
  expect(await problemsOf(drawing)).toEqual(['compensation_out_of_sight x'])
})

test.each(['B', 'T', 'start', 'undoA', 'E'])('[CO6] %s can not be undone', async (id) => {
  expect(await problemsOf(drawn({ process: naming(id) }))).toEqual(['compensation_of_nothing x'])
})

const handled = (inside: (d: Diagram) => Diagram, options = {}) =>
  diagram('p')
    .start()
    .subProcess('S', (d) => inside(d.start('s').userTask('A').end('e')), options)
    .throw('x', { compensate: 'S' })
    .end()

test('[CO6] a sub-process may be named that an event sub-process for compensation undoes', async () => {
  const undoing = (h: Diagram) => h.start('hs', { compensate: true }).userTask('undo').end('he')
  expect(await problemsOf(handled((d) => d.eventSubProcess('h', undoing)))).toEqual([])
  const other = (h: Diagram) =>
    h.start('hs', { signal: 'help' }).userTask('C').compensatedBy('C', 'undoC').end('he')
  expect(await problemsOf(handled((d) => d.eventSubProcess('h', other)))).toEqual([
    'compensation_of_nothing x',
  ])
})

test('[CO6] in what undoes an activity an event sees what is inside it', async () => {
  const drawing = diagram('p')
    .start()
    .userTask('A')
    .compensatedBy('A', 'undoA', (d) =>
      d.subProcess(
        'undoA',
        (i) =>
          i
            .start('s')
            .userTask('C')
            .compensatedBy('C', 'undoC')
            .throw('x', { compensate: 'C' })
            .throw('y', { compensate: 'A' })
            .end('e'),
        FOR_COMPENSATION,
      ),
    )
    .end()
  expect(await problemsOf(drawing)).toEqual(['compensation_out_of_sight y'])
})

test('[CO6] [DE3] each is told with cause and remedy, and what was deployed before still runs', async () => {
  const xml = drawn({ process: naming('C') }).toXml()
  const done = await deployable(xml)
  const [problem] = done.ok ? [] : done.error
  expect(problem?.message).toContain('compensates C, which is in another scope')
  expect(problem?.remedy).toContain('choose an activity of its own')
  const model = await parse(xml)
  expect(model.ok && compile(model.value).ok).toBe(true)
})
