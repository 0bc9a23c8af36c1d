import type { Machine } from '../machine.ts'
import type { FeelList } from '../values/feel-value.ts'
import { define, takes } from './define.ts'
import { list, nullable, number, optional, text } from './parameters.ts'
import { extractMatches, matches, replaceMatches, splitText } from './regular-expression.ts'

/** Texts of which every character is one UTF-16 unit need no taking apart. */
const isPlain = (value: string): boolean => !/[\ud800-\udfff]/.test(value)

/** Characters, not UTF-16 halves: 😀 counts once. Taking a text apart is paid for. */
function characters(machine: Machine, value: string): string | string[] {
  if (isPlain(value)) return value
  machine.spend(value.length)
  return Array.from(value)
}

function substring(
  machine: Machine,
  value: string,
  start: number,
  length: number | undefined,
): string | null {
  const whole = characters(machine, value)
  const from = start > 0 ? Math.trunc(start) - 1 : whole.length + Math.trunc(start)
  if (start === 0 || from < 0 || (length !== undefined && length < 1)) return null
  const part = whole.slice(from, length === undefined ? undefined : from + Math.trunc(length))
  return typeof part === 'string' ? part : part.join('')
}

function before(value: string, match: string): string {
  const at = value.indexOf(match)
  return at < 0 ? '' : value.slice(0, at)
}

function after(value: string, match: string): string {
  const at = value.indexOf(match)
  return at < 0 ? '' : value.slice(at + match.length)
}

/** Null items are left out; any other item that is no text makes it null. */
function join(machine: Machine, items: FeelList, delimiter = '', prefix = '', suffix = ''): string | null {
  const texts = items.filter((item) => item !== null)
  if (!texts.every((item) => typeof item === 'string')) return null
  const length = texts.reduce((sum, item) => sum + item.length + delimiter.length, 0)
  machine.spend(length >> 4)
  return prefix + texts.join(delimiter) + suffix
}

export const stringBuiltins = [
  define(
    'substring',
    takes([text('string'), number('start position'), optional(number('length'))], substring),
  ),
  define(
    'string length',
    takes([text('string')], (machine, value) => characters(machine, value).length),
  ),
  define(
    'upper case',
    takes([text('string')], (_machine, value) => value.toUpperCase()),
  ),
  define(
    'lower case',
    takes([text('string')], (_machine, value) => value.toLowerCase()),
  ),
  define(
    'substring before',
    takes([text('string'), text('match')], (_machine, value, match) => before(value, match)),
  ),
  define(
    'substring after',
    takes([text('string'), text('match')], (_machine, value, match) => after(value, match)),
  ),
  define(
    'contains',
    takes([text('string'), text('match')], (_machine, value, match) => value.includes(match)),
  ),
  define(
    'starts with',
    takes([text('string'), text('match')], (_machine, value, match) => value.startsWith(match)),
  ),
  define(
    'ends with',
    takes([text('string'), text('match')], (_machine, value, match) => value.endsWith(match)),
  ),
  define('matches', takes([text('input'), text('pattern'), nullable(text('flags'))], matches)),
  define(
    'replace',
    takes([text('input'), text('pattern'), text('replacement'), nullable(text('flags'))], replaceMatches),
  ),
  define('split', takes([text('string'), text('delimiter')], splitText)),
  define('extract', takes([text('string'), text('pattern')], extractMatches)),
  define(
    'string join',
    takes([list('list'), nullable(text('delimiter'))], (machine, items, delimiter) =>
      join(machine, items, delimiter ?? ''),
    ),
    takes(
      [list('list'), nullable(text('delimiter')), text('prefix'), text('suffix')],
      (machine, items, delimiter, prefix, suffix) => join(machine, items, delimiter ?? '', prefix, suffix),
    ),
  ),
  define(
    'trim',
    takes([text('string')], (_machine, value) => value.trim()),
  ),
  define(
    'is blank',
    takes([text('string')], (_machine, value) => value.trim() === ''),
  ),
]
