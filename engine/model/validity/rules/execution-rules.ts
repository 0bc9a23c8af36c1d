import type { BpmnFiles } from '../bpmn-files.ts'
import { attribute, type XmlElement } from '../document/xml-element.ts'
import type { Rule } from '../rule.ts'
import { definitionsOf, isDefinitionExecuted } from './event-definitions.ts'
import { isExecuted, spoken } from './facts.ts'

/** Elements and the expressions they may hold. */
const holders: ReadonlyMap<string, readonly string[]> = new Map([
  ['assignment', ['from', 'to']],
  ['complexGateway', ['activationCondition']],
  ['multiInstanceLoopCharacteristics', ['loopCardinality', 'completionCondition']],
  ['standardLoopCharacteristics', ['loopCondition']],
  ['timerEventDefinition', ['timeDate', 'timeDuration', 'timeCycle']],
  ['conditionalEventDefinition', ['condition']],
  ['adHocSubProcess', ['completionCondition']],
  ['sequenceFlow', ['conditionExpression']],
  ['resourceAssignmentExpression', ['expression']],
  ['resourceParameterBinding', ['expression']],
])

const expressionsIn = (holder: XmlElement, files: BpmnFiles): XmlElement[] =>
  (holders.get(holder.name) ?? []).flatMap((name) => files.childrenOf(holder, name))

/** What a process must say in addition when it is executable. §10.3, §10.5.5 */
export const executionRules: readonly Rule[] = [
  {
    code: 'executable_message_event_without_message',
    section: '10.5.5',
    about: ['messageEventDefinition'],
    remedy: 'Refer to a message, or mark the process as not executable.',
    breach: (definition, files) =>
      isDefinitionExecuted(definition, files) && attribute(definition, 'messageRef') === null
        ? `${around(definition)} of an executable process has no message.`
        : null,
  },
  {
    code: 'executable_message_event_without_operation',
    section: '10.5.5',
    about: ['messageEventDefinition'],
    remedy: 'Refer to an operation, or mark the process as not executable.',
    breach: (definition, files) =>
      isDefinitionExecuted(definition, files) && files.childrenOf(definition, 'operationRef').length === 0
        ? `${around(definition)} of an executable process has no operation.`
        : null,
  },
  {
    // The error itself MAY be left out (§10.5.5); one that is given needs its code.
    code: 'executable_error_without_code',
    section: '8.4.3',
    about: ['endEvent'],
    remedy: 'Give the error a code.',
    breach: (event, files) =>
      isExecuted(event) && thrown(event, 'error', files).some((error) => error !== null && !hasCode(error))
        ? `${spoken(event)} throws an error without a code.`
        : null,
  },
  {
    code: 'executable_escalation_without_code',
    section: '8.4.4',
    about: ['endEvent', 'intermediateThrowEvent'],
    remedy: 'Refer to an escalation that has a code.',
    breach: (event, files) =>
      isExecuted(event) && thrown(event, 'escalation', files).some((one) => one === null || !hasCode(one))
        ? `${spoken(event)} throws an escalation without a code.`
        : null,
  },
  {
    code: 'natural_language_in_executable',
    section: '8.4.6',
    about: [...holders.keys()],
    remedy:
      'Make it a formal expression (xsi:type="tFormalExpression"), or mark the process as not executable.',
    breach: (holder, files) => {
      const executed = holder.name.endsWith('EventDefinition')
        ? isDefinitionExecuted(holder, files)
        : isExecuted(holder)
      const natural = executed
        ? expressionsIn(holder, files).find((one) => !files.is(one, 'tFormalExpression'))
        : undefined
      return natural === undefined
        ? null
        : `${natural.name} of ${spoken(holder)} is no formal expression; the process is executable.`
    },
  },
  {
    code: 'multi_instance_without_number',
    section: '10.3.8',
    about: ['multiInstanceLoopCharacteristics'],
    remedy: 'Add loopCardinality or loopDataInputRef.',
    breach: (loop, files) => {
      const said = ['loopCardinality', 'loopDataInputRef'].some(
        (name) => files.childrenOf(loop, name).length > 0,
      )
      return said || !isExecuted(loop)
        ? null
        : `Nothing says how many instances of ${around(loop)} there are.`
    },
  },
  {
    code: 'public_process_executable',
    section: '10.2.1',
    about: ['process'],
    remedy: 'Make the process private, or not executable.',
    breach: (process) =>
      attribute(process, 'processType') === 'Public' && isExecuted(process)
        ? `${spoken(process)} is public and executable.`
        : null,
  },
]

const around = ({ parent, name }: XmlElement): string => (parent === null ? name : spoken(parent))

/** The errors (escalations) an event throws, null for a definition that names none. */
const thrown = (event: XmlElement, kind: 'error' | 'escalation', files: BpmnFiles): (XmlElement | null)[] =>
  definitionsOf(event, files)
    .filter(({ name }) => name === `${kind}EventDefinition`)
    .map((definition) => files.follow(definition, `${kind}Ref`))

const hasCode = (thrown: XmlElement): boolean => Boolean(attribute(thrown, `${thrown.name}Code`))
