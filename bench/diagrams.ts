import { type Diagram, diagram } from '../engine/testing/diagram.ts'

/** A diagram that both engines can run, and how many user tasks lie between its start and its end. */
export interface Pattern {
  readonly name: string
  readonly xml: string
  /** The user task to complete on the way; undefined when the process runs through. */
  readonly userTask?: string
}

/** bpmn-engine needs a format; for both the script gives 2. */
const script = (to: Diagram, id: string): Diagram =>
  to.scriptTask(id, '=1 + 1', 'result', { attributes: { scriptFormat: 'javascript' } })

const start = (): Diagram => diagram('bench').start()

/** The multi-instance of 20 says its number in both engines' words; each passes over the other's. */
const TWENTY = `<bpmn:multiInstanceLoopCharacteristics>
  <bpmn:extensionElements>
    <zeebe:loopCharacteristics inputCollection="=for i in 1..20 return i" inputElement="item"/>
  </bpmn:extensionElements>
  <bpmn:loopCardinality>20</bpmn:loopCardinality>
</bpmn:multiInstanceLoopCharacteristics>`

export const patterns: readonly Pattern[] = [
  { name: 'start, script, end', xml: script(start(), 'script').end().toXml() },
  { name: 'user task completed', xml: start().userTask('task').end().toXml(), userTask: 'task' },
  { name: 'fork and join of 4', xml: fork().toXml() },
  { name: '10 tasks in sequence', xml: sequence(10).end().toXml() },
  { name: 'multi-instance of 20', xml: start().task('item', { xml: TWENTY }).end().toXml() },
]

function fork(): Diagram {
  const forked = start().parallel('fork').task('branch1').parallel('join').end()
  return [2, 3, 4].reduce((to, branch) => to.from('fork').task(`branch${branch}`).to('join'), forked)
}

function sequence(length: number): Diagram {
  let to = start()
  for (let task = 1; task <= length; task++) to = script(to, `script${task}`)
  return to
}

/** A waiting instance of a process with so many activities: complete `done` in turn, and it waits at `waiting`. */
export interface Waiting {
  readonly name: string
  readonly xml: string
  readonly done: readonly string[]
  readonly waiting: string
}

/** As in a real process: each task is offered to a group. */
const userTasks = (to: Diagram, ids: readonly string[]): Diagram =>
  ids.reduce((at, id) => at.userTask(id, { candidateGroups: GROUP }), to)

const GROUP = 'sales'

const ids = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}${at + 1}`)

export const oneTask: Waiting = {
  name: '1 activity',
  xml: userTasks(start(), ['task']).end().toXml(),
  done: [],
  waiting: 'task',
}

export const tenActivities: Waiting = {
  name: '10 activities',
  xml: userTasks(start(), ids('task', 10)).end().toXml(),
  done: ids('task', 5),
  waiting: 'task6',
}

/** Two stages of two phases each, sub-processes in sub-processes, with 8 or 9 user tasks in every phase. */
export const fortyActivities: Waiting = {
  name: '40 activities, nested',
  xml: stage(stage(start(), 'stage1'), 'stage2').end().toXml(),
  done: [...ids('stage1-phase1-task', 8), ...ids('stage1-phase2-task', 4)],
  waiting: 'stage1-phase2-task5',
}

function stage(to: Diagram, id: string): Diagram {
  return to.subProcess(id, (inside) =>
    phase(phase(inside.start(`${id}Start`), `${id}-phase1`, 8), `${id}-phase2`, 9).end(`${id}End`),
  )
}

function phase(to: Diagram, id: string, tasks: number): Diagram {
  return to.subProcess(id, (inside) =>
    userTasks(inside.start(`${id}Start`), ids(`${id}-task`, tasks)).end(`${id}End`),
  )
}

/** The task comes back as soon as it is completed, so an instance can be completed for ever. */
export const endless: string = userTasks(start(), ['task']).to('task').toXml()
