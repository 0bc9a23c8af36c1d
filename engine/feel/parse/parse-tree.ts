import { parser, type trackVariables } from '@bpmn-io/lezer-feel'
import { CompileStop } from '../compile/compile-stop.ts'
import { disguiseRangeTypes } from './range-types.ts'
import type { SyntaxNode } from './syntax-node.ts'

/** What a node of the lezer tree offers here; lezer's own packages are no direct dependency. */
type LezerNode = ReturnType<ReturnType<typeof parser.parse>['cursor']>['node']

/** Longest text that is parsed: the parser's time grows faster than the text. */
export const MAX_TEXT_LENGTH = 3_000
const MAX_DEPTH = 250
const COMMENTS = new Set(['LineComment', 'BlockComment'])

/**
 * Parses a text into plain nodes.
 * @throws CompileStop on a text that is too long, nested too deeply or no FEEL
 */
export function parseTree(
  text: string,
  top: 'Expression' | 'UnaryTests',
  tracker: ReturnType<typeof trackVariables>,
): SyntaxNode {
  if (text.length > MAX_TEXT_LENGTH) {
    const message = `Expected at most ${MAX_TEXT_LENGTH} characters, got ${text.length}; split the expression.`
    throw new CompileStop('feel_too_long', message, MAX_TEXT_LENGTH)
  }
  refuseDeepBrackets(text)
  // Strict, as recovering from errors takes the parser several times as long, and its tree would be thrown away.
  const grammar = parser.configure({ top, contextTracker: tracker, dialect: 'camunda', strict: true })
  const ranges = disguiseRangeTypes(text)
  const tree = parseOrStop(() => grammar.parse(ranges.text), text)
  return plainNode(tree.topNode, { text, ranges: ranges.positions }, 0)
}

/** The parser throws `No parse at N` where the text ceases to be FEEL. */
function parseOrStop<T>(parse: () => T, text: string): T {
  try {
    return parse()
  } catch (thrown) {
    const found = thrown instanceof SyntaxError ? /^No parse at (\d+)/.exec(thrown.message) : null
    if (found === null) throw thrown
    throw syntaxStop(Number(found[1]), text)
  }
}

/** The text with what the grammar could not be shown of it. */
interface Source {
  readonly text: string
  readonly ranges: ReadonlySet<number>
}

function plainNode(node: LezerNode, source: Source, depth: number): SyntaxNode {
  const { text } = source
  if (node.type.isError) throw syntaxStop(node.from, text)
  if (depth > MAX_DEPTH) throw tooDeep(node.from)
  const children: SyntaxNode[] = []
  let size = 1
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (COMMENTS.has(child.name)) continue
    const plain = plainNode(child, source, depth + 1)
    children.push(plain)
    size += plain.size
  }
  const type = node.name === 'ListType' && source.ranges.has(node.from) ? 'RangeType' : node.name
  return { type, from: node.from, text: text.slice(node.from, node.to), children, size }
}

/** Brackets are counted before parsing, as the parser slows down with the depth. Brackets in texts count too. */
function refuseDeepBrackets(text: string): void {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (char === '(' || char === '[' || char === '{') depth += 1
    else if ((char === ')' || char === ']' || char === '}') && depth > 0) depth -= 1
    if (depth > MAX_DEPTH) throw tooDeep(i)
  }
}

const tooDeep = (position: number): CompileStop =>
  new CompileStop(
    'feel_too_deep',
    `Expected at most ${MAX_DEPTH} levels of nesting; split the expression.`,
    position,
  )

function syntaxStop(position: number, text: string): CompileStop {
  const found = text.slice(position, position + 20).trim()
  const got = found === '' ? 'the end of the text' : `"${found}"`
  const inside = text.length > 80 ? `${text.slice(0, 80)}…` : text
  const message = `Expected FEEL, got ${got} at character ${position} of "${inside}"; correct the expression there.`
  return new CompileStop('feel_syntax', message, position)
}
