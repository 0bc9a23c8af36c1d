import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseDecisions } from '../engine/dmn/index.ts'
import { deployable, type GraphElement, type ProcessGraph } from '../engine/graph/index.ts'
import { lint } from '../engine/lint/index.ts'
import type { Model } from '../engine/model/index.ts'
import { type Field, parseForm } from '../forms/index.ts'
import { type ProcessSource, processSources } from './process-sources.ts'

interface Folder extends ProcessSource {
  readonly xml: string
  readonly model: Model
  readonly graph: ProcessGraph
}

let folders: readonly Folder[] = []
beforeAll(async () => {
  folders = await Promise.all((await processSources()).map(read))
})

async function read(source: ProcessSource): Promise<Folder> {
  const xml = source.files.find(({ name }) => name === `${source.id}.bpmn`)?.content ?? ''
  const done = await deployable(xml)
  if (!done.ok) throw new Error(`${source.id}.bpmn: ${JSON.stringify(done.error, null, 2)}`)
  const [graph] = done.value.graphs
  if (graph === undefined) throw new Error(`${source.id}.bpmn holds no process`)
  return { ...source, xml, model: done.value.model, graph }
}

/** What the test finds in every folder, as `folder: what`; nothing is as it should be. */
const inAll = (find: (folder: Folder) => readonly string[]): string[] =>
  folders.flatMap((folder) => find(folder).map((what) => `${folder.id}: ${what}`))

const namesOf = ({ files }: ProcessSource, ending: string): string[] =>
  files.filter(({ name }) => name.endsWith(ending)).map(({ name }) => name.slice(0, -ending.length))

const elementsOf = ({ graph }: Folder): readonly GraphElement[] =>
  graph.elements.filter(({ parent }) => parent !== -1)

const missing = (wanted: readonly string[], there: readonly string[]): string[] =>
  [...new Set(wanted)].filter((one) => !there.includes(one))

/** The parts of a folder that its diagram asks for: text that is not an expression. */
function usedBy({ graph }: Folder) {
  const used = { jobs: [] as string[], decisions: [] as string[], processes: [] as string[] }
  for (const element of graph.elements) {
    if (element.type === 'serviceTask' && element.job.type.kind === 'fixed')
      used.jobs.push(element.job.type.text)
    if (element.type === 'businessRuleTask' && element.rule.kind === 'decision')
      if (element.rule.decisionId.kind === 'fixed') used.decisions.push(element.rule.decisionId.text)
    if (element.type === 'callActivity' && element.processId.kind === 'fixed')
      used.processes.push(element.processId.text)
  }
  return used
}

/** Forms by the element that shows them. */
function formsBy({ graph }: Folder): [element: string, form: string][] {
  const start = graph.elements.find(({ type, parent }) => type === 'startEvent' && parent === 0)
  const byTasks = graph.elements.flatMap((element): [string, string][] =>
    element.type === 'userTask' && element.userTask.form?.kind === 'id'
      ? [[element.id, element.userTask.form.formId]]
      : [],
  )
  return graph.startForm?.kind === 'id' ? [[start?.id ?? '', graph.startForm.formId], ...byTasks] : byTasks
}

test('there are folders, and each holds a README and one diagram of its own name', () => {
  expect(folders.length).toBeGreaterThan(0)
  expect(inAll((folder) => missing(namesOf(folder, '.bpmn'), [folder.id]))).toEqual([])
  expect(
    inAll(({ id }) => (existsSync(join(import.meta.dirname, id, 'README.md')) ? [] : ['README.md'])),
  ).toEqual([])
  expect(inAll(({ id, graph }) => (graph.processId === id ? [] : [graph.processId]))).toEqual([])
})

test('every form is there, used, and called like the task or start event that shows it', () => {
  expect(
    inAll((folder) => formsBy(folder).flatMap(([element, form]) => (element === form ? [] : [element]))),
  ).toEqual([])
  const forms = (folder: Folder) => formsBy(folder).map(([, form]) => form)
  expect(inAll((folder) => missing(forms(folder), namesOf(folder, '.form')))).toEqual([])
  expect(inAll((folder) => missing(namesOf(folder, '.form'), forms(folder)))).toEqual([])
  const tasks = (folder: Folder) => elementsOf(folder).filter(({ type }) => type === 'userTask')
  expect(
    inAll((folder) =>
      missing(
        tasks(folder).map(({ id }) => id),
        forms(folder),
      ),
    ),
  ).toEqual([])
})

test('every handler is there and used, and no two folders have one of the same name', () => {
  expect(inAll((folder) => missing(usedBy(folder).jobs, Object.keys(folder.handlers)))).toEqual([])
  expect(inAll((folder) => missing(Object.keys(folder.handlers), usedBy(folder).jobs))).toEqual([])
  const all = folders.flatMap(({ handlers }) => Object.keys(handlers))
  expect(all).toHaveLength(new Set(all).size)
})

test('every decision and called process is there, and every decision is used and has its file’s name', async () => {
  const decisions = folders.flatMap((folder) => namesOf(folder, '.dmn'))
  expect(inAll((folder) => missing(usedBy(folder).decisions, decisions))).toEqual([])
  expect(inAll((folder) => missing(namesOf(folder, '.dmn'), usedBy(folder).decisions))).toEqual([])
  expect(
    inAll((folder) =>
      missing(
        usedBy(folder).processes,
        folders.map(({ id }) => id),
      ),
    ),
  ).toEqual([])
  for (const { name, content } of folders.flatMap(({ files }) => files)) {
    if (!name.endsWith('.dmn')) continue
    const model = await parseDecisions(content)
    expect(model.ok && model.value.decisions.map(({ id }) => `${id}.dmn`)).toEqual([name])
  }
})

test('every form can be filled, and speaks English and Persian', () => {
  const said: string[] = []
  for (const { name, content } of folders.flatMap(({ files }) => files)) {
    if (!name.endsWith('.form')) continue
    const form = parseForm(JSON.parse(content))
    if (!form.ok) throw new Error(`${name}: ${JSON.stringify(form.error, null, 2)}`)
    expect(`${form.value.id}.form`).toBe(name)
    said.push(
      ...textsOf(form.value.fields)
        .filter((one) => one !== null)
        .map((one) => `${name}: ${one}`),
    )
  }
  expect(said).toEqual([])
})

/** Fields with a text that has no Persian or no English form. */
const textsOf = (fields: readonly Field[]): (string | null)[] =>
  fields.flatMap((field) => {
    const own = [field.texts.label, field.texts.description, field.texts.text]
    const half = own.some(({ base, byLanguage }) => (base !== null) !== byLanguage.has('fa'))
    const none = field.texts.label.base === null && field.texts.text.base === null
    return [half || none ? field.id : null, ...textsOf(field.fields)]
  })

test('every id is in words, and everything that people meet has an English and a Persian name', () => {
  const words = /^[a-z]+(-[a-z0-9]+)*$/
  expect(inAll((folder) => elementsOf(folder).flatMap(({ id }) => (words.test(id) ? [] : [id])))).toEqual([])
  const joins = ({ type, outgoing }: GraphElement) => type.endsWith('Gateway') && outgoing.length === 1
  const nameless = ({ name, properties }: GraphElement) => name === '' || !properties['name:fa']
  expect(
    inAll((folder) =>
      elementsOf(folder).flatMap((element) => (!joins(element) && nameless(element) ? [element.id] : [])),
    ),
  ).toEqual([])
})

test('every process and user task says what it is for, in English and Persian', () => {
  const mute = ({ documentation, properties }: GraphElement) =>
    documentation === '' || !properties['documentation:fa']
  const explained = ({ type }: GraphElement) => type === 'userTask' || type === 'process'
  expect(
    inAll(({ graph }) => graph.elements.filter((one) => explained(one) && mute(one)).map(({ id }) => id)),
  ).toEqual([])
})

test('no diagram gives reason for advice', () => {
  expect(inAll(({ model, graph }) => lint(model, graph).map(({ message }) => message))).toEqual([])
})

describe('every diagram is laid out', () => {
  interface Box {
    readonly id: string
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }
  const shape =
    /<bpmndi:BPMNShape [^>]*bpmnElement="([^"]+)"[^>]*>\s*<dc:Bounds x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"/g
  const boxesOf = ({ xml }: Folder): Box[] =>
    [...xml.matchAll(shape)].map(([, id = '', x, y, width, height]) => ({
      ...{ id, x: Number(x), y: Number(y), width: Number(width), height: Number(height) },
    }))
  const edge = /<bpmndi:BPMNEdge [^>]*bpmnElement="([^"]+)"[^>]*>([\s\S]*?)<\/bpmndi:BPMNEdge>/g
  const waypoint = /<di:waypoint x="(\d+)" y="(\d+)"/g

  test('with a shape for every element and an edge for every flow', () => {
    const all = (folder: Folder) => [...elementsOf(folder), ...folder.graph.flows].map(({ id }) => id)
    expect(inAll((folder) => missing(all(folder), [...folder.model.drawn]))).toEqual([])
  })

  test('with flows that run straight and around corners', () => {
    const slanting = ({ xml }: Folder) =>
      [...xml.matchAll(edge)].flatMap(([, id = '', points = '']) => {
        const way = [...points.matchAll(waypoint)].map(([, x, y]) => [Number(x), Number(y)] as const)
        const straight = way.every(
          ([x, y], at) => at === 0 || x === way[at - 1]?.[0] || y === way[at - 1]?.[1],
        )
        return straight && way.length > 1 ? [] : [id]
      })
    expect(inAll(slanting)).toEqual([])
  })

  test('with nothing on top of anything else, and what is inside a sub-process inside its shape', () => {
    expect(inAll((folder) => misplaced(folder, boxesOf(folder)))).toEqual([])
  })

  function misplaced(folder: Folder, boxes: readonly Box[]): string[] {
    const boxOf = (id: string) => boxes.find((box) => box.id === id)
    const elements = elementsOf(folder).filter(({ type }) => type !== 'boundaryEvent')
    return elements.flatMap((one, at) => {
      const box = boxOf(one.id)
      const parent = folder.graph.elements[one.parent]
      const around = parent?.type === 'process' ? undefined : boxOf(parent?.id ?? '')
      const siblings = elements.slice(at + 1).filter((other) => other.parent === one.parent)
      const touched = siblings.filter((other) => overlap(box, boxOf(other.id)))
      const outside = around !== undefined && box !== undefined && !inside(box, around)
      return [
        ...touched.map((other) => `${one.id} lies on ${other.id}`),
        ...(outside ? [`${one.id} lies outside`] : []),
      ]
    })
  }

  const overlap = (a: Box | undefined, b: Box | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    a.x < b.x + b.width &&
    b.x < a.x + a.width &&
    a.y < b.y + b.height &&
    b.y < a.y + a.height
  const inside = (a: Box, b: Box): boolean =>
    a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height
})
