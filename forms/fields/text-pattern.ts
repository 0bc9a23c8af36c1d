import { RE2JS } from 're2js'
import type { ComponentReader } from '../schema/component-reader.ts'

/** A pattern that runs in time linear to the text, so no text and no pattern can stall the server. */
export interface TextPattern {
  readonly source: string
  /** True when the pattern is found in the text (as in HTML and form-js, write ^ and $ to match the whole). */
  test(text: string): boolean
}

const maximumSource = 1_000

/** Compiles `validate.pattern`; what RE2 cannot run in linear time (look-around, back references) is reported. */
export function parsePattern(reader: ComponentReader): TextPattern | null {
  const source = reader.text('validate', 'pattern')
  if (source === null) return null
  try {
    if (source.length > maximumSource) throw new RangeError(`longer than ${maximumSource} characters`)
    const compiled = RE2JS.compile(RE2JS.translateRegExp(source))
    return { source, test: (text) => compiled.matcher(text).find() }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    reader.report(
      'pattern_broken',
      `Expected a regular expression without look-around and back references in validate.pattern, got "${source.slice(0, 80)}": ${reason}.`,
      'Rewrite the pattern in RE2 syntax.',
    )
    return null
  }
}
