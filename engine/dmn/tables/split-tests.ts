/** The tests of a list such as `"a", "b, c", [1..2]`, split at its outer commas. */
export function splitTests(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let quoted = false
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (quoted && char === '\\') i += 1
    else if (char === '"') quoted = !quoted
    else if (!quoted && char !== undefined && '([{'.includes(char)) depth += 1
    else if (!quoted && char !== undefined && ')]}'.includes(char)) depth -= 1
    else if (!quoted && depth === 0 && char === ',') {
      parts.push(text.slice(from, i).trim())
      from = i + 1
    }
  }
  return [...parts, text.slice(from).trim()].filter((part) => part !== '')
}
