import { builtinNames } from '../builtins/all-builtins.ts'
import type { CompileOptions } from '../feel-expression.ts'
import { spelledName, spellings } from '../parse/name-tracker.ts'
import { compileNode } from './compile-node.ts'
import type { Unit } from './unit.ts'

const NO_TYPES: Unit['types'] = new Map()
const PLAIN = spellings({}, builtinNames)

/** A fresh compilation. */
export function newUnit(options: CompileOptions): Unit {
  const names =
    options.names === undefined && options.shape === undefined ? PLAIN : spellings(options, builtinNames)
  const unit: Unit = {
    compile: (node, scope) => compileNode(node, scope, unit),
    nameOf: (node) => spelledName(unquoted(node.text), names),
    references: new Set(),
    declared: new Set([...(options.names ?? []), ...Object.keys(options.shape ?? {})]),
    types: options.types ?? NO_TYPES,
    doubts: [],
    impure: false,
  }
  return unit
}

/** Camunda's dialect quotes names with blanks by back ticks. */
const unquoted = (text: string): string =>
  text.startsWith('`') && text.endsWith('`') ? text.slice(1, -1) : text
