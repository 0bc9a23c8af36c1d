/** One pass over literals, quoted names, comments and placeholders; only the last have a group. */
const TOKEN = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|--[^\n]*|\/\*[\s\S]*?\*\/|([$:@]\w+)|(\?)/g

/**
 * Names of a statement's parameters in the order in which SQLite numbers them; `?` for one without a name.
 * A name used twice is one parameter.
 */
export function placeholdersOf(sql: string): readonly string[] {
  const names: string[] = []
  for (const match of sql.matchAll(TOKEN)) {
    const [, named, positional] = match
    if (named && !names.includes(named)) names.push(named)
    if (positional) names.push(positional)
  }
  return names
}
