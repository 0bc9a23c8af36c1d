import type { Machine } from '../machine.ts'
import type { FeelFunction } from '../values/feel-function.ts'
import type { FeelList, FeelValue } from '../values/feel-value.ts'
import { define, takes } from './define.ts'
import { any, callable, list, number, optional } from './parameters.ts'

/** The index in JavaScript of a position counted from 1, or from the end by negative numbers; null outside. */
function indexOf(items: FeelList, position: number): number | null {
  const whole = Math.trunc(position)
  const index = whole > 0 ? whole - 1 : items.length + whole
  return whole === 0 || index < 0 || index >= items.length ? null : index
}

function sublist(items: FeelList, start: number, length: number | undefined): FeelList | null {
  const index = indexOf(items, start)
  if (index === null || (length !== undefined && (length < 1 || index + length > items.length))) return null
  return items.slice(index, length === undefined ? undefined : index + Math.trunc(length))
}

function insertBefore(items: FeelList, position: number, item: FeelValue): FeelList | null {
  const index = position === items.length + 1 ? items.length : indexOf(items, position)
  return index === null ? null : [...items.slice(0, index), item, ...items.slice(index)]
}

function remove(items: FeelList, position: number): FeelList | null {
  const index = indexOf(items, position)
  return index === null ? null : items.filter((_item, i) => i !== index)
}

function replaceAt(items: FeelList, position: number, item: FeelValue): FeelList | null {
  const index = indexOf(items, position)
  return index === null ? null : items.map((old, i) => (i === index ? item : old))
}

function replaceWhere(
  machine: Machine,
  items: FeelList,
  match: FeelFunction,
  item: FeelValue,
): FeelList | null {
  const replaced: FeelValue[] = []
  for (const old of items) {
    const wanted = match.call(machine, [old, item])
    if (typeof wanted !== 'boolean') return null
    replaced.push(wanted ? item : old)
  }
  return replaced
}

function partition(machine: Machine, items: FeelList, size: number): FeelList | null {
  const width = Math.trunc(size)
  if (width < 1) return null
  machine.spend(2 * Math.ceil(items.length / width))
  return Array.from({ length: Math.ceil(items.length / width) }, (_part, i) =>
    items.slice(i * width, (i + 1) * width),
  )
}

export const listEditBuiltins = [
  define(
    'sublist',
    takes(
      [list('list'), number('start position'), optional(number('length'))],
      (_machine, items, start, length) => sublist(items, start, length),
    ),
  ),
  define(
    'insert before',
    takes([list('list'), number('position'), any('newItem')], (_machine, items, position, item) =>
      insertBefore(items, position, item),
    ),
  ),
  define(
    'remove',
    takes([list('list'), number('position')], (_machine, items, position) => remove(items, position)),
  ),
  define(
    'list replace',
    takes([list('list'), number('position'), any('newItem')], (_machine, items, position, item) =>
      replaceAt(items, position, item),
    ),
    takes([list('list'), callable('match'), any('newItem')], replaceWhere),
  ),
  define('partition', takes([list('list'), number('size')], partition)),
]
