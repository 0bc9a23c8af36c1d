import type { Rows } from '../../engine/ports/rows.ts'
import type { Identity } from '../auth/identity.ts'
import type { TaskRow } from '../contract/index.ts'
import { type TaskFacts, taskFacts } from '../policies/task-facts.ts'
import type { Services } from '../services.ts'
import { elementById, elementTexts, processTexts } from './definition-texts.ts'
import { keyText, time, timeOrNull } from './shapes.ts'
import { subjectsOf } from './subjects.ts'

const states = { CREATED: 'created', COMPLETED: 'completed', CANCELED: 'canceled' } as const

/** Task rows as this person sees them, in the same order. The caller has checked that they may. */
export async function presentTasks(
  services: Services,
  person: Pick<Identity, 'id' | 'groups'>,
  rows: readonly Rows['tasks'][],
): Promise<TaskRow[]> {
  const subjects = await subjectsOf(
    services,
    rows.map((row) => row.instance),
  )
  return Promise.all(
    rows.map(async (row) => ({
      ...(await definitionPart(services, row)),
      ...(await peoplePart(services, person, row)),
      key: keyText(row.key),
      elementId: row.elementId,
      instanceKey: keyText(row.instance),
      dueAt: timeOrNull(row.dueAt),
      followUpAt: timeOrNull(row.followUpAt),
      priority: row.priority,
      createdAt: time(row.createdAt),
      endedAt: timeOrNull(row.endedAt),
      outcome: row.outcome,
      state: states[row.state],
      suspended: row.suspended === 1,
      subject: subjects.get(row.instance) ?? null,
      rev: row.revision,
    })),
  )
}

async function definitionPart({ engine }: Services, row: Rows['tasks']) {
  const graph = await engine.definitions.graph(row.definition)
  const element = elementById(graph, row.elementId)
  const process = processTexts(graph)
  return {
    name: row.name || row.elementId,
    names: element === undefined ? {} : elementTexts(element).names,
    processId: graph.processId,
    processName: process.name,
    processNames: process.names,
    definitionKey: keyText(row.definition),
  }
}

async function peoplePart(
  { directory }: Services,
  person: Pick<Identity, 'id' | 'groups'>,
  row: Rows['tasks'],
) {
  const facts = taskFacts(row)
  const users = await Promise.all(facts.candidateUsers.map((id) => directory.person(id)))
  return {
    assignee:
      row.assignee === null ? null : ((await directory.person(row.assignee)) ?? unknown(row.assignee)),
    owner: row.owner === null ? null : ((await directory.person(row.owner)) ?? unknown(row.owner)),
    completedBy: await directory.person(row.completedBy),
    candidateGroups: await Promise.all(facts.candidateGroups.map((id) => directory.group(id))),
    candidateUsers: facts.candidateUsers.map((id, index) => users[index] ?? unknown(id)),
    why: await whyMe(directory, person, facts),
  }
}

/** A diagram may name somebody whom nobody knows here: shown by the id. */
const unknown = (id: string) => ({ id, name: id })

async function whyMe(
  directory: Services['directory'],
  person: Pick<Identity, 'id' | 'groups'>,
  task: TaskFacts,
): Promise<TaskRow['why']> {
  if (task.completedBy === person.id) return 'completed'
  if (task.assignee === person.id) return 'assigned'
  if (task.owner === person.id) return 'delegated'
  if (task.candidateUsers.includes(person.id)) return 'candidate'
  const group = task.candidateGroups.find((id) => person.groups.includes(id))
  return group === undefined ? 'overview' : { group: await directory.group(group) }
}
