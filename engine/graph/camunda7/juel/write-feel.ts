import { MAX_TEXT_LENGTH } from '../../../feel/index.ts'
import { indexed, isEmpty, member } from './feel-access.ts'
import { feelText } from './feel-name.ts'
import { type FeelPart, levels, value, within } from './feel-part.ts'
import type { BinaryOperator, JuelNode } from './juel-node.ts'
import { JuelStop } from './juel-stop.ts'
import { writeCall } from './write-call.ts'
import { writeName } from './write-name.ts'

export interface Writing {
  /** In a completion condition the counters of the multi-instance activity are there. */
  readonly counters: boolean
}

/**
 * The FEEL that says the same. Some of it says an operand twice, so nested ones could grow without end: whatever grows
 * too long is refused where it does. @throws JuelStop
 */
export function writeFeel(node: JuelNode, writing: Writing): FeelPart {
  const part = writeNode(node, writing)
  if (part.text.length <= MAX_TEXT_LENGTH) return part
  throw new JuelStop(`its translation is longer than ${MAX_TEXT_LENGTH} characters`)
}

function writeNode(node: JuelNode, writing: Writing): FeelPart {
  const write = (inner: JuelNode): FeelPart => writeFeel(inner, writing)
  switch (node.kind) {
    case 'literal':
      return writeLiteral(node.value)
    case 'name':
      return writeName(node.name, writing.counters)
    case 'property':
      return writeProperty(node.of, node.name, write)
    case 'index':
      return indexed(write(node.of), node.at, write)
    case 'call':
      return writeCall(node, write)
    case 'unary':
      return writeUnary(node.operator, write(node.of))
    case 'binary':
      return writeBinary(node.operator, write(node.left), write(node.right))
    case 'choice': {
      const [condition, then, otherwise] = [node.condition, node.then, node.otherwise].map(write)
      return {
        text: `if ${condition!.text} then ${then!.text} else ${otherwise!.text}`,
        level: levels.choice,
      }
    }
  }
}

function writeLiteral(literal: string | number | boolean | null): FeelPart {
  if (typeof literal === 'string') return value(feelText(literal))
  if (typeof literal === 'number' && !/^\d+(\.\d+)?$/.test(String(literal)))
    throw new JuelStop(`the number ${literal} is too large or too small`)
  return value(String(literal))
}

/** `execution.businessKey` and the like: what the engine knows of itself. */
function writeProperty(of: JuelNode, name: string, write: (node: JuelNode) => FeelPart): FeelPart {
  if (of.kind === 'name' && of.name === 'execution' && /^(processB|b)usinessKey$/.test(name))
    return value('businessKey')
  return member(write(of), name)
}

function writeUnary(operator: 'not' | 'minus' | 'empty', of: FeelPart): FeelPart {
  if (operator === 'not') return value(`not(${of.text})`)
  if (operator === 'empty') return isEmpty(of)
  return { text: `-${within(of, levels.value)}`, level: levels.sign }
}

const binaryLevels: Readonly<Record<BinaryOperator, number>> = {
  or: levels.or,
  and: levels.and,
  '=': levels.comparison,
  '!=': levels.comparison,
  '<': levels.comparison,
  '>': levels.comparison,
  '<=': levels.comparison,
  '>=': levels.comparison,
  '+': levels.sum,
  '-': levels.sum,
  '*': levels.product,
  '/': levels.product,
  mod: levels.sum,
}

function writeBinary(operator: BinaryOperator, left: FeelPart, right: FeelPart): FeelPart {
  const level = binaryLevels[operator]
  if (operator === 'mod') return remainder(left, right)
  // Comparisons don't chain; the rest holds together from the left.
  const leftLevel = level === levels.comparison ? level + 1 : level
  return { text: `${within(left, leftLevel)} ${operator} ${within(right, level + 1)}`, level }
}

/** With the sign of the dividend, as in Java; FEEL's modulo has the divisor's. */
function remainder(left: FeelPart, right: FeelPart): FeelPart {
  const [a, b] = [within(left, levels.sign), within(right, levels.sign)]
  return {
    text: `${within(left, levels.sum)} - ${b} * round down(${a} / ${b}, 0)`,
    level: levels.sum,
  }
}
