import { plainDigits } from './plain-digits.ts'

const invisible = /[\u200e\u200f\u061c\u2066-\u2069]/g
const groupMarks = /[٬'’_\s\u00a0\u202f]/g
const shape = /^[+-]?(?:\d+|\d{1,3}(?:_\d{3})+)(?:\.\d+)?$/

/**
 * A number as a person writes it, rewritten with 0–9, `-` and `.` only; null when it is not a number.
 *
 * `decimalMark` says how the writer's language uses `.` and `,`. Without it a comma counts as a thousands mark only where
 * nothing else is possible ("1,234.5", "1,234,567"): "1,234" alone is refused rather than guessed.
 */
export function plainNumber(text: string, decimalMark?: '.' | ','): string | null {
  if (text.length > 100) return null
  const cleaned = plainDigits(text).replace(invisible, '').trim().replace(/[−–]/, '-')
  const marked = withMarks(cleaned.replace(groupMarks, '_'), decimalMark).replace('٫', '.')
  return shape.test(marked) ? marked.replaceAll('_', '').replace('+', '') : null
}

/** Thousands marks as `_`, the decimal mark as `.`. */
function withMarks(text: string, decimalMark: '.' | ',' | undefined): string {
  if (decimalMark === ',') return text.replaceAll('.', '_').replace(',', '.')
  if (decimalMark === '.' || isGroupingComma(text)) return text.replaceAll(',', '_')
  return text
}

const isGroupingComma = (text: string): boolean => text.split(',').length > 2 || /,\d{3}[.٫]\d/.test(text)
