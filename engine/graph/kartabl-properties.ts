import { catchUpProperty, catchUps } from './catch-up.ts'
import { calendarProperty } from './compile-calendar-name.ts'

export const kartablPrefix = 'kartabl:'

/** Kinds of elements that such a property can stand at. */
export type KartablPlace =
  | 'process'
  | 'userTask'
  | 'startEvent'
  | 'boundaryEvent'
  | 'catchEvent'
  | 'endEvent'
  | 'other'

interface KartablProperty {
  readonly at: readonly KartablPlace[]
  readonly meaning: string
  readonly example: string
  accepts(value: string): boolean
}

const isList = (value: string): boolean => value.split(',').every((part) => part.trim() !== '')
const isTrue = (value: string): boolean => value === 'true'
const isVariable = (value: string): boolean =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(value) && !['__proto__', 'constructor', 'prototype'].includes(value)
const isName = (value: string): boolean => /^[\p{L}_][\p{L}\p{N}_.:-]*$/u.test(value)

/** What diagrams say beyond the zeebe namespace. */
export const kartablProperties: ReadonlyMap<string, KartablProperty> = new Map<string, KartablProperty>([
  [
    'kartabl:record',
    {
      at: ['process', 'userTask', 'startEvent'],
      meaning: 'Type of the business record the process is about, or the task edits.',
      example: 'opportunity',
      accepts: isName,
    },
  ],
  [
    'kartabl:candidateStarters',
    {
      at: ['process'],
      meaning: 'Groups and people who may start the process, separated by commas; everybody when left out.',
      example: 'sales, sales-management',
      accepts: isList,
    },
  ],
  [
    'kartabl:outcomes',
    {
      at: ['userTask', 'startEvent'],
      meaning:
        'Outcomes the performer chooses from, separated by commas; the chosen one is the variable "outcome".',
      example: 'approve, reject, return',
      accepts: isList,
    },
  ],
  [
    'kartabl:retention',
    {
      at: ['process'],
      meaning:
        'How long an ended instance is kept: an ISO 8601 duration, or forever; the company’s when left out.',
      example: 'P90D',
      accepts: (value) => value === 'forever' || /^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/.test(value),
    },
  ],
  [
    'kartabl:fourEyes',
    {
      at: ['userTask'],
      meaning:
        'Whoever completed one of these user tasks, or started the instance ("starter"), may not do this one.',
      example: 'starter, prepare-offer',
      accepts: isList,
    },
  ],
  [
    'kartabl:initiator',
    {
      at: ['startEvent'],
      meaning: 'Variable that takes the id of whoever started the instance.',
      example: 'initiator',
      accepts: isVariable,
    },
  ],
  [
    'kartabl:propagateAll',
    {
      at: ['userTask', 'startEvent', 'boundaryEvent', 'catchEvent', 'endEvent', 'other'],
      meaning: 'What work or an event brings propagates although there are output mappings ("true").',
      example: 'true',
      accepts: isTrue,
    },
  ],
  [
    'kartabl:errorCodeVariable',
    {
      at: ['startEvent', 'boundaryEvent'],
      meaning: 'Variable that takes the code of the error that this event caught.',
      example: 'errorCode',
      accepts: isVariable,
    },
  ],
  [
    'kartabl:errorMessageVariable',
    {
      at: ['startEvent', 'boundaryEvent'],
      meaning: 'Variable that takes the message of the error that this event caught.',
      example: 'errorMessage',
      accepts: isVariable,
    },
  ],
  [
    'kartabl:escalationCodeVariable',
    {
      at: ['startEvent', 'boundaryEvent'],
      meaning: 'Variable that takes the code of the escalation that this event caught.',
      example: 'escalationCode',
      accepts: isVariable,
    },
  ],
  [
    'kartabl:errorMessage',
    {
      at: ['endEvent'],
      meaning:
        'Message of the error that this event throws, or an expression for it; its name when left out.',
      example: '="No stock of " + item',
      accepts: (value) => value !== '',
    },
  ],
  [
    calendarProperty,
    {
      at: ['process', 'userTask', 'startEvent', 'boundaryEvent', 'catchEvent'],
      meaning:
        'Calendar by which working time (BP2D, BPT4H) is counted: "company", a unit\'s id, "user:" and a login name, or an expression for one of these.',
      example: 'sales',
      accepts: (value) => value.startsWith('=') || isName(value),
    },
  ],
  [
    catchUpProperty,
    {
      at: ['startEvent', 'boundaryEvent'],
      meaning:
        'What becomes of missed turns of a timer cycle: "all" fired, "once" for all of them, or "skip".',
      example: 'once',
      accepts: (value) => catchUps.includes(value),
    },
  ],
])

/** Why a `kartabl:` property can't stand here with this value, null when it can. */
export function propertyProblem(
  name: string,
  value: string,
  place: KartablPlace,
): { readonly message: string; readonly remedy: string } | null {
  const known = kartablProperties.get(name)
  if (known === undefined) {
    return { message: `The property ${name} is unknown.`, remedy: `Known are: ${knownNames()}.` }
  }
  if (!known.at.includes(place)) {
    return {
      message: `The property ${name} means nothing here.`,
      remedy: `Use it at: ${known.at.join(', ')}.`,
    }
  }
  if (known.accepts(value)) return null
  return { message: `The property ${name} can't be "${value}".`, remedy: `For example: ${known.example}` }
}

const knownNames = (): string => [...kartablProperties.keys()].join(', ')
