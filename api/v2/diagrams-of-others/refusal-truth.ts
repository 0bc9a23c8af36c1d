import { attributeOf, type Drawing, type Drawn, extensionsOf, listOf, readDrawing } from './read-drawing.ts'
import type { FoundProblem } from './way.ts'

/** True when the file is as the problem says. */
type Check = (element: Drawn, problem: FoundProblem, drawing: Drawing, xml: string) => boolean

const hasTaskType = (element: Drawn) =>
  extensionsOf(element, 'taskDefinition').some((definition) => attributeOf(definition, 'type') !== '')
const decides = (element: Drawn) =>
  extensionsOf(element, 'calledDecision').length > 0 || extensionsOf(element, 'script').length > 0
const messageOf = (element: Drawn) => {
  const [event] = listOf(element, 'eventDefinitions')
  return listOf(event ?? element, 'messageRef')[0]
}
const quoted = (text: string, before: string) => new RegExp(`${before} "(.*)"\\.`, 's').exec(text)?.[1]

/** Expected "=…", got "…": the words are in the element, in its message or in a flow, and are no FEEL. */
const isNoFeel: Check = (element, { message }) => {
  const got = quoted(message, 'got')
  const [subscription] = extensionsOf(messageOf(element), 'subscription')
  const texts = [
    attributeOf(listOf(element, 'conditionExpression')[0], 'body'),
    attributeOf(subscription, 'correlationKey'),
    attributeOf(listOf(element, 'loopCharacteristics')[0], 'completionCondition'),
  ]
  return got !== undefined && !got.startsWith('=') && texts.some((text) => text?.trim() === got)
}

/** The attribute or element it names is at this element, or inside its extensions, in the version 7 namespace. */
const isVersion7: Check = (element, { message }, _drawing, xml) => {
  const [, kind, name] = /The (attribute|element) camunda:(\w+)/.exec(message) ?? []
  const prefix = /xmlns:([\w-]+)="http:\/\/(?:camunda\.org\/schema\/1\.0\/bpmn|activiti\.org\/bpmn)"/.exec(
    xml,
  )?.[1]
  if (name === undefined || prefix === undefined) return false
  if (kind === 'element') return withinOf(element).some((part) => extensionsOf(part, name).length > 0)
  return withinOf(element).some(({ $attrs }) => `${prefix}:${name}` in $attrs)
}

/** The expression that is said to have no translation stands in the file. */
const isWritten = (message: string, xml: string): boolean => {
  const text = /the expression "(.*?)…?" has no translation/s.exec(message)?.[1]
  return text !== undefined && xml.includes(text)
}

const withinOf = (element: Drawn): readonly Drawn[] => [
  element,
  ...listOf(element, 'eventDefinitions'),
  ...listOf(element, 'loopCharacteristics'),
]

const hasNoWayToChoose: Check = (flow) => {
  const [source] = listOf(flow, 'sourceRef')
  const isDefault = listOf(source, 'default')[0]?.id === flow.id
  return flow.conditionExpression === undefined && !isDefault && listOf(source, 'outgoing').length > 1
}

const features: readonly [RegExp, (element: Drawn) => boolean][] = [
  [/Performers and potential owners/, (element) => listOf(element, 'resources').length > 0],
  [
    /Start and completion quantities/,
    (element) => element.startQuantity !== 1 || element.completionQuantity !== 1,
  ],
]

const checks: Readonly<Record<string, Check>> = {
  no_executable_process: (_element, _problem, drawing) =>
    drawing.ofType('bpmn:Process').every(({ isExecutable }) => isExecutable !== true),
  camunda7_namespace: isVersion7,
  camunda7_expression: (_element, { message }, _drawing, xml) => isWritten(message, xml),
  expression_expected: isNoFeel,
  missing_task_type: (element) => !hasTaskType(element),
  missing_message_sender: (element) =>
    !hasTaskType(element) && extensionsOf(element, 'publishMessage').length === 0,
  missing_decision: (element) => !hasTaskType(element) && !decides(element),
  missing_called_process: (element) =>
    !extensionsOf(element, 'calledElement').some((called) => attributeOf(called, 'processId')),
  missing_input_collection: (element) =>
    extensionsOf(listOf(element, 'loopCharacteristics')[0], 'loopCharacteristics').length === 0,
  missing_message: (element) => messageOf(element) === undefined,
  missing_correlation_key: (element) => extensionsOf(messageOf(element), 'subscription').length === 0,
  missing_start: (element) =>
    !listOf(element, 'flowElements').some(({ $type }) => $type === 'bpmn:StartEvent'),
  missing_condition: hasNoWayToChoose,
  unsupported_event: (element, { message }) =>
    listOf(element, 'eventDefinitions').some(
      ({ $type }) => `bpmn:${message.split(' ')[0]}EventDefinition` === $type,
    ),
  unsupported_feature: (element, { message }) =>
    features.some(([words, check]) => words.test(message) && check(element)),
  unsupported_script: (element, { message }) =>
    String(element.scriptFormat) === /Scripts in (\S+)/.exec(message)?.[1] && element.scriptFormat !== 'feel',
  unresolved_reference: (_element, { message }, drawing, xml) => {
    const [, property = '', id = ''] = /(\w+) refers to (\S+),/.exec(message) ?? []
    return xml.includes(`${property}>${id}<`) && !(id in drawing.elements)
  },
}

/** The problems that are not true of the file; one whose code is not known here cannot be judged, and so is among them. */
export async function untrueOf(xml: string, problems: readonly FoundProblem[]): Promise<FoundProblem[]> {
  const drawing = await readDrawing(xml)
  return problems.filter((problem) => {
    const message = problem.message.replace(/^[^:]+\.bpmn: /, '')
    const element = drawing.elements[problem.element]
    const check = checks[problem.code]
    return !element || !check || !problem.remedy || !check(element, { ...problem, message }, drawing, xml)
  })
}
