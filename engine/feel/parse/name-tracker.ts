import { normalizeContextKey, trackVariables } from '@bpmn-io/lezer-feel'
import type { CompileOptions, NameShape } from '../feel-expression.ts'

const EMPTY: NameShape = {}

/**
 * Parsers read names with blanks only when they are told of them; single words need no telling. The parser copies its
 * names at each local variable, so it is told only of those built-in ones that the text may hold.
 */
export function nameTracker(
  text: string,
  options: CompileOptions,
  builtins: readonly string[],
): ReturnType<typeof trackVariables> {
  const names: Record<string, NameShape> = Object.create(null)
  for (const name of builtins) if (mayHold(text, name)) names[name] = EMPTY
  for (const name of options.names ?? []) names[name] = EMPTY
  return trackVariables(Object.assign(names, options.shape))
}

const mayHold = (text: string, name: string): boolean => {
  const words = name.split(' ')
  return words.length > 1 && words.every((word) => text.includes(word))
}

/**
 * A name as it is looked up. `names` holds the spelling that its owner uses for each normalized name: `a-b` and `a - b`
 * are the same name.
 */
export function spelledName(text: string, names: ReadonlyMap<string, string>): string {
  const collapsed = text.replace(/\s+/g, ' ').trim()
  return names.get(normalizeContextKey(text)) ?? collapsed
}

/** Owners' spellings by normalized name, of all names and parts. */
export function spellings(options: CompileOptions, builtins: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const name of [...builtins, ...(options.names ?? [])]) found.set(normalizeContextKey(name), name)
  collect(options.shape ?? EMPTY, found, 0)
  return found
}

/** Recursive item definitions make endless shapes; nobody reads deeper than this. */
const MAX_SHAPE_DEPTH = 8

function collect(shape: NameShape, found: Map<string, string>, depth: number): void {
  if (depth > MAX_SHAPE_DEPTH) return
  for (const [name, part] of Object.entries(shape)) {
    found.set(normalizeContextKey(name), name)
    collect(part, found, depth + 1)
  }
}
