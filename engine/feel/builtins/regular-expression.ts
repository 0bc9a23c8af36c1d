import { RE2JS } from 're2js'
import type { Machine } from '../machine.ts'
import { programSize } from './program-size.ts'
import { translatePattern } from './xpath-pattern.ts'

const FLAGS = new Map([
  ['i', RE2JS.CASE_INSENSITIVE],
  ['s', RE2JS.DOTALL],
  ['m', RE2JS.MULTILINE],
])

/** A pattern as far as it could be made, and what making it takes. */
interface Compiled {
  readonly regex: RE2JS | null
  readonly steps: number
}

/** Compiled patterns, as expressions use the same few again and again; emptied when it is full. */
const compiled = new Map<string, Compiled>()
const MAX_COMPILED = 500
/** Instructions a pattern may grow to; each takes up to 6 µs to compile, and so 60 steps. */
const MAX_PROGRAM = 3_000
const STEPS_PER_INSTRUCTION = 60
/** What reading a category of characters such as \p{L} takes, in instructions. */
const CATEGORY = 25
/** What refusing a pattern takes: it is an error thrown deep inside. */
const REFUSAL_STEPS = 500

/**
 * The compiled pattern, or null with a warning when it is none. RE2 runs it: linear time, thus no look-around and no
 * back references. An evaluation pays for each pattern once, known before or not, so that it always ends alike.
 */
function compile(machine: Machine, pattern: string, flags: string): RE2JS | null {
  const key = `${flags}/${pattern}`
  machine.spend(pattern.length >> 2)
  const known = compiled.get(key) ?? make(pattern, flags)
  machine.spendOnce(key, known.steps)
  if (compiled.size >= MAX_COMPILED) compiled.clear()
  compiled.set(key, known)
  return known.regex ?? refuse(machine, pattern)
}

function make(pattern: string, flags: string): Compiled {
  const bits = flagBits(flags)
  const translated = bits === null ? null : translatePattern(pattern, flags.includes('x'))
  const reading = REFUSAL_STEPS + pattern.length * 4
  if (bits === null || translated === null) return { regex: null, steps: reading }
  const size = programBound(pattern, translated)
  if (size > MAX_PROGRAM) return { regex: null, steps: reading }
  return { regex: tryCompile(translated, bits), steps: reading + size * STEPS_PER_INSTRUCTION }
}

function tryCompile(pattern: string, bits: number): RE2JS | null {
  try {
    return RE2JS.compile(pattern, bits)
  } catch (error) {
    // re2js throws its own errors for patterns it refuses; ours must go on.
    if (error instanceof Error && error.name.startsWith('RE2JS')) return null
    throw error
  }
}

function programBound(pattern: string, translated: string): number {
  const categories = translated.match(/\\p\{/gi)?.length ?? 0
  return programSize(pattern) + (translated.length >> 2) + categories * CATEGORY
}

function flagBits(flags: string): number | null {
  let bits = 0
  for (const flag of flags) {
    if (flag === 'x') continue
    const bit = FLAGS.get(flag)
    if (bit === undefined) return null
    bits |= bit
  }
  return bits
}

const refuse = (machine: Machine, pattern: string): null =>
  machine.warn(
    'feel_value',
    `Expected a regular expression that RE2 knows with the flags i, s, m, x, got "${pattern.slice(0, 80)}"; null is used.`,
  )

/**
 * Finds the next match and pays for it: program size × characters walked, and a part of that for the characters after
 * the match, which the search may have looked at before it gave a longer match up.
 */
function findNext(
  machine: Machine,
  regex: RE2JS,
  matcher: ReturnType<RE2JS['matcher']>,
  length: number,
  from: number,
): boolean {
  const width = regex.programSize() + 8
  machine.spend(MATCH_STEPS + ((width * (length - from + 1)) >> 2))
  const found = matcher.find()
  machine.spend((width * ((found ? matcher.end() : length) - from + 1)) >> 2)
  return found
}

/** Setting the search up. */
const MATCH_STEPS = 60

export function matches(
  machine: Machine,
  input: string,
  pattern: string,
  flags?: string | null,
): boolean | null {
  const regex = compile(machine, pattern, flags ?? '')
  return regex === null ? null : findNext(machine, regex, regex.matcher(input), input.length, 0)
}

interface Match {
  readonly start: number
  readonly end: number
  readonly groups: readonly string[]
}

/** All matches from left to right. */
function allMatches(machine: Machine, regex: RE2JS, input: string): Match[] {
  const matcher = regex.matcher(input)
  const found: Match[] = []
  while (findNext(machine, regex, matcher, input.length, found.at(-1)?.end ?? 0)) {
    machine.spend(10 * (matcher.groupCount() + 2))
    const groups = Array.from(
      { length: matcher.groupCount() + 1 },
      (_group, index) => matcher.group(index) ?? '',
    )
    found.push({ start: matcher.start(), end: matcher.end(), groups })
  }
  return found
}

/**
 * `$1` in the replacement stands for a group, `\\$` for a dollar sign. Null, as XPath has it, when the pattern matches
 * the empty text, or when the replacement has a stray `$` or `\\`.
 */
export function replaceMatches(
  machine: Machine,
  input: string,
  pattern: string,
  replacement: string,
  flags?: string | null,
): string | null {
  const regex = compile(machine, pattern, flags ?? '')
  if (regex === null) return null
  if (!/^(?:[^\\$]|\\[\\$]|\$\d)*$/.test(replacement) || findNext(machine, regex, regex.matcher(''), 0, 0))
    return machine.warn('feel_value', WRONG_REPLACEMENT)
  let result = ''
  let from = 0
  for (const match of allMatches(machine, regex, input)) {
    const inserted = expand(replacement, match.groups)
    machine.spend(2 + (inserted.length >> 4))
    result += input.slice(from, match.start) + inserted
    from = match.end
  }
  return result + input.slice(from)
}

const WRONG_REPLACEMENT =
  'Expected a pattern that does not match the empty text, and a replacement with $ before digits only; null is used.'

/** `$12` is group 12 when there are so many, else group 1 and the digit 2. */
const expand = (replacement: string, groups: readonly string[]): string =>
  replacement.replace(/\\([\\$])|\$(\d+)/g, (_whole, escaped: string | undefined, digits: string) => {
    if (escaped !== undefined) return escaped
    let used = digits.length
    while (used > 1 && Number(digits.slice(0, used)) >= groups.length) used -= 1
    return (groups[Number(digits.slice(0, used))] ?? '') + digits.slice(used)
  })

export function splitText(machine: Machine, input: string, delimiter: string): string[] | null {
  const regex = compile(machine, delimiter, '')
  if (regex === null) return null
  const parts: string[] = []
  let from = 0
  for (const match of allMatches(machine, regex, input)) {
    if (match.end === match.start) continue
    parts.push(input.slice(from, match.start))
    from = match.end
  }
  return [...parts, input.slice(from)]
}

/** Every match of the pattern. */
export function extractMatches(machine: Machine, input: string, pattern: string): string[] | null {
  const regex = compile(machine, pattern, '')
  return regex === null ? null : allMatches(machine, regex, input).map((match) => match.groups[0] ?? '')
}
