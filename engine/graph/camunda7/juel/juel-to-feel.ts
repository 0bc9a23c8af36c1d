import { compileExpression, MAX_TEXT_LENGTH } from '../../../feel/index.ts'
import { fail, ok, type Result } from '../../../result.ts'
import { feelText } from './feel-name.ts'
import type { JuelNode } from './juel-node.ts'
import { JuelStop } from './juel-stop.ts'
import { readJuel } from './read-juel.ts'
import { readTemplate, type TemplatePart } from './read-template.ts'
import { type Writing, writeFeel } from './write-feel.ts'

const anywhere: Writing = { counters: false }

/** True for a text that holds an expression of version 7. */
export const hasJuel = (text: string): boolean => /[$#]\{/.test(text)

/**
 * A text of version 7 as the zeebe namespace writes it: `${amount > 5}` → `=amount > 5`, `Order ${id}` →
 * `="Order " + …`. A text without expression stays as it is, but one beginning with `=`, which would be read as FEEL.
 *
 * @returns the text, or why there is none: half a sentence
 */
export function juelToFeel(text: string, writing: Writing = anywhere): Result<string, string> {
  if (text.length > MAX_TEXT_LENGTH) return fail(`it is longer than ${MAX_TEXT_LENGTH} characters`)
  return stopsAsValues(() => {
    const parts = readTemplate(text)
    const [first] = parts
    if (first === undefined) return ''
    if (parts.length === 1 && 'text' in first) return asItStands(first.text)
    const feel =
      parts.length === 1
        ? writeOne(first, writing)
        : parts.map((part) => writePiece(part, writing)).join(' + ')
    return checked(feel)
  })
}

/** The expression that is the whole of a text; null for anything else. */
export function wholeExpression(text: string): JuelNode | null {
  const read = stopsAsValues(() => {
    const [first, ...more] = text.length > MAX_TEXT_LENGTH ? [] : readTemplate(text.trim())
    return first !== undefined && 'expression' in first && more.length === 0
      ? readJuel(first.expression)
      : null
  })
  return read.ok ? read.value : null
}

/** FEEL, with its `=`, for an expression already read. */
export const nodeToFeel = (node: JuelNode): Result<string, string> =>
  stopsAsValues(() => checked(writeFeel(node, anywhere).text))

const asItStands = (text: string): string => (text.startsWith('=') ? `=${feelText(text)}` : text)

const writeOne = (part: TemplatePart, writing: Writing): string =>
  'expression' in part ? writeFeel(readJuel(part.expression), writing).text : feelText(part.text)

/** Among text an expression becomes text, null the empty one. */
function writePiece(part: TemplatePart, writing: Writing): string {
  if ('text' in part) return feelText(part.text)
  return `get or else(string(${writeFeel(readJuel(part.expression), writing).text}), "")`
}

function checked(feel: string): string {
  const compiled = compileExpression(feel)
  if (!compiled.ok) throw new JuelStop(`its translation "${feel}" is no FEEL: ${compiled.error.message}`)
  return `=${feel}`
}

function stopsAsValues<T>(read: () => T): Result<T, string> {
  try {
    return ok(read())
  } catch (thrown) {
    if (thrown instanceof JuelStop) return fail(thrown.message)
    throw thrown
  }
}
