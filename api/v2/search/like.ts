/** A pattern cut into what must match one character after the other; `any` matches any number of them. */
type Step = { readonly any: true } | { readonly any: false; readonly character: string | null }

function stepsOf(pattern: string): Step[] {
  const steps: Step[] = []
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at)
    if (character === '\\' && at + 1 < pattern.length)
      steps.push({ any: false, character: pattern.charAt(++at) })
    else if (character === '*') steps.push({ any: true })
    else steps.push({ any: false, character: character === '?' ? null : character })
  }
  return steps
}

/**
 * `*` any characters, `?` one, a backslash takes that meaning away; upper and lower case differ.
 * Falls back to the last `*` only, so it takes at most length of text × length of pattern steps.
 */
export function isLike(text: string, pattern: string): boolean {
  const steps = stepsOf(pattern)
  let at = 0
  let step = 0
  let lastAny = -1
  let resumeAt = 0
  while (at < text.length) {
    const wanted = steps[step]
    if (wanted?.any === false && (wanted.character === null || wanted.character === text.charAt(at))) {
      at++
      step++
    } else if (wanted?.any === true) {
      lastAny = step++
      resumeAt = at
    } else if (lastAny >= 0) {
      step = lastAny + 1
      at = ++resumeAt
    } else return false
  }
  return steps.slice(step).every((rest) => rest.any)
}
