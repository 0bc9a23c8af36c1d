import { attribute } from '../document/xml-element.ts'
import type { Rule } from '../rule.ts'
import { spoken } from './facts.ts'

const mimeType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(\s*;.*)?$/

/** Expressions, scripts and texts say what they are written in. §8.3.2, §8.4.1, §8.4.6, §10.3.3 */
export const textRules: readonly Rule[] = [
  {
    code: 'text_format_no_mime_type',
    section: '8.3.2',
    about: ['documentation', 'textAnnotation'],
    remedy: 'Write a MIME type such as text/plain.',
    breach: (text) => {
      const format = attribute(text, 'textFormat')
      return format === null || mimeType.test(format)
        ? null
        : `textFormat is '${format}', expected a MIME type.`
    },
  },
  {
    code: 'formal_expression_empty',
    section: '8.4.6',
    about: [
      ...[
        'from',
        'to',
        'transformation',
        'messagePath',
        'dataPath',
        'condition',
        'conditionExpression',
        'expression',
      ],
      ...[
        'formalExpression',
        'activationCondition',
        'completionCondition',
        'loopCondition',
        'loopCardinality',
      ],
      ...['timeDate', 'timeDuration', 'timeCycle'],
    ],
    remedy: 'Write the expression, or remove the element.',
    breach: (expression, files) =>
      files.is(expression, 'tFormalExpression') && expression.text.trim() === ''
        ? `${expression.name} is a formal expression without a body.`
        : null,
  },
  {
    code: 'script_without_format',
    section: '10.3.3',
    about: ['scriptTask', 'globalScriptTask'],
    remedy: 'Say the language of the script.',
    breach: (task, files) => {
      const format = attribute(task, task.name === 'scriptTask' ? 'scriptFormat' : 'scriptLanguage')
      return format || files.childrenOf(task, 'script').length === 0
        ? null
        : `${spoken(task)} has a script and does not say in which language.`
    },
  },
]
