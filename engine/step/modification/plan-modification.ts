import type { GraphElement } from '../../graph/process-graph.ts'
import type { Key } from '../../key.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { ModifyInstruction, Rejection, ScopeVariables } from '../../state/command.ts'
import type { ElementInstance } from '../../state/instance-state.ts'
import { findInstance } from '../commands/find.ts'
import type { Execution } from '../execution.ts'
import { type ChosenScope, chooseScope } from './choose-scope.ts'
import { elementIndex, type HeldTokens, type Tokens, tokensAt } from './tokens-at.ts'

export interface Beginning extends ChosenScope {
  readonly element: GraphElement
  readonly variables: readonly ScopeVariables[]
}

/** All that a modification will do, found out before anything is done: it is carried out whole or refused. [MO1] */
export interface ModificationPlan {
  readonly ended: readonly ElementInstance[]
  readonly discarded: readonly HeldTokens[]
  readonly begun: readonly Beginning[]
}

interface Wanted {
  readonly element: GraphElement
  readonly variables: readonly ScopeVariables[]
  /** The scope to begin in; null: the only one there is. */
  readonly within: Key | null
}

export function planModification(
  x: Execution,
  instructions: readonly ModifyInstruction[],
): Result<ModificationPlan, Rejection> {
  const ended = new Map<Key, ElementInstance>()
  const discarded: HeldTokens[] = []
  const wanted: Wanted[] = []
  for (const instruction of instructions) {
    const tokens = tokensTaken(x, instruction)
    if (!tokens.ok) return tokens
    for (const one of tokens.value.instances) ended.set(one.key, one)
    discarded.push(...tokens.value.held)
    const begins = wantedBy(x, instruction, tokens.value)
    if (!begins.ok) return begins
    wanted.push(...begins.value)
  }
  const begun = placed(x, wanted, (one) => !endsWith(x, one, ended))
  return begun.ok ? refuseEnd(x, { ended: [...ended.values()], discarded, begun: begun.value }, ended) : begun
}

const NO_TOKENS: Tokens = { instances: [], held: [] }

function tokensTaken(x: Execution, instruction: ModifyInstruction): Result<Tokens, Rejection> {
  switch (instruction.do) {
    case 'activate':
      return ok(NO_TOKENS)
    case 'terminateAll':
      return tokensAt(x, instruction.element)
    case 'move':
      return tokensAt(x, instruction.from)
    case 'terminate': {
      const found = findInstance(x, instruction.key)
      if (!found.ok) return found
      if (found.value.scope !== 0) return ok({ instances: [found.value], held: [] })
      return notAllowed(`${instruction.key} is the instance itself: cancel it instead`)
    }
  }
}

function wantedBy(
  x: Execution,
  instruction: ModifyInstruction,
  { instances, held }: Tokens,
): Result<Wanted[], Rejection> {
  if (instruction.do !== 'activate' && instruction.do !== 'move') return ok([])
  const element = elementToBegin(x, instruction.do === 'move' ? instruction.to : instruction.element)
  if (!element.ok) return element
  if (instruction.do === 'activate') {
    const { ancestor, variables } = instruction
    return ok([{ element: element.value, within: ancestor, variables }])
  }
  const from = [
    ...instances.map(({ scope }) => scope),
    ...held.flatMap(({ scope, count }) => new Array<Key>(count).fill(scope)),
  ]
  return ok(
    from.map((scope) => ({ element: element.value, within: around(x, scope, element.value), variables: [] })),
  )
}

/** A token that is moved stays in the scopes that are around both places. */
function around(x: Execution, from: Key, { parent }: GraphElement): Key {
  const scopes = new Set<number>()
  for (let scope = parent; scope >= 0; scope = x.graph.elements[scope]!.parent) scopes.add(scope)
  let instance = x.instance(from)
  while (!scopes.has(instance.element)) instance = x.instance(instance.scope)
  return instance.key
}

function elementToBegin(x: Execution, id: string): Result<GraphElement, Rejection> {
  const index = elementIndex(x, id)
  if (!index.ok) return index
  const element = x.graph.elements[index.value]!
  const inEventSubProcess = x.graph.elements[element.parent]?.type === 'eventSubProcess'
  if (!NOT_BEGUN.has(element.type) && !(element.type === 'startEvent' && inEventSubProcess))
    return ok(element)
  return notAllowed(
    `'${id}' (${element.type}) begins only when its event happens: name a flow node behind it`,
  )
}

const NOT_BEGUN: ReadonlySet<GraphElement['type']> = new Set(['process', 'boundaryEvent', 'eventSubProcess'])

function placed(
  x: Execution,
  wanted: readonly Wanted[],
  stays: (one: ElementInstance) => boolean,
): Result<Beginning[], Rejection> {
  const begun: Beginning[] = []
  for (const { element, within, variables } of wanted) {
    const scope = chooseScope(x, element, within, stays)
    if (!scope.ok) return scope
    const stray = variables.find((one) => one.scope !== null && !isAround(x, one.scope, element))
    if (stray)
      return notAllowed(`'${stray.scope}' is no scope of '${element.id}': name one around it, or itself`)
    begun.push({ element, variables, ...scope.value })
  }
  return ok(begun)
}

function isAround(x: Execution, id: string, element: GraphElement): boolean {
  for (let at: GraphElement | undefined = element; at; at = x.graph.elements[at.parent])
    if (at.id === id) return true
  return false
}

function endsWith(x: Execution, one: ElementInstance, ended: ReadonlyMap<Key, unknown>): boolean {
  for (let at: ElementInstance | undefined = one; at; at = x.state.elements.get(at.scope))
    if (ended.has(at.key)) return true
  return false
}

/** A called instance that is left with nothing would end without its caller hearing of it. [CA5] */
function refuseEnd(
  x: Execution,
  plan: ModificationPlan,
  ended: ReadonlyMap<Key, unknown>,
): Result<ModificationPlan, Rejection> {
  const { parent, key, elements } = x.state
  if (!parent || plan.begun.length > 0) return ok(plan)
  const tokens = [...elements.values()].filter((one) => !endsWith(x, one, ended))
  const leaves = tokens.some((one) => one.scope !== 0 && one.children === 0)
  if (leaves || heldIn(tokens) > plan.discarded.reduce((sum, { count }) => sum + count, 0)) return ok(plan)
  return fail({
    code: 'instance_has_caller',
    message: `nothing would be left in instance ${key}, which instance ${parent.instance} has called: change that one`,
  })
}

const heldIn = (scopes: readonly ElementInstance[]): number =>
  scopes.flatMap(({ held }) => [...(held?.values() ?? [])]).reduce((sum, count) => sum + count, 0)

const notAllowed = (message: string): Result<never, Rejection> =>
  fail({ code: 'modification_not_allowed', message })
