/** Parts that name or describe: never expressions. */
const spared = new Set([
  'id',
  'name',
  'documentation',
  'type',
  'kind',
  'lane',
  'inside',
  'extensions',
  'script',
])

/**
 * A part of a model with its expressions replaced, wherever in it they stand. Whatever field the model has for them, it
 * holds the text as written.
 */
export function replaceTexts<T>(part: T, texts: ReadonlyMap<string, string>): T {
  // Maps, sets and class instances are not parts of elements: what is met is plain data of the same shape.
  return replaceIn(part, texts) as T
}

function replaceIn(part: unknown, texts: ReadonlyMap<string, string>): unknown {
  if (typeof part === 'string') return texts.get(part.trim()) ?? translated(part)
  if (Array.isArray(part)) return part.map((one) => replaceIn(one, texts))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, spared.has(name) ? value : replaceIn(value, texts)]),
  )
}

/** `${invoice.sum}` says the same in every language. */
function translated(text: string): string {
  const path = /^[$#]\{\s*([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\s*\}$/.exec(text.trim())?.[1]
  return path === undefined ? text : `=${path}`
}
