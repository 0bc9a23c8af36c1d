import { booleanBuiltins } from './boolean.ts'
import type { Builtin } from './builtin.ts'
import { calendarBuiltins } from './calendar.ts'
import { camundaBuiltins } from './camunda.ts'
import { contextBuiltins } from './context.ts'
import { conversionBuiltins } from './conversion.ts'
import { listBuiltins } from './list.ts'
import { listEditBuiltins } from './list-edit.ts'
import { numberBuiltins } from './number.ts'
import { rangeBuiltins } from './range.ts'
import { statisticsBuiltins } from './statistics.ts'
import { stringBuiltins } from './string.ts'
import { temporalBuiltins } from './temporal.ts'

const BUILTINS: ReadonlyMap<string, Builtin> = new Map(
  [
    ...booleanBuiltins,
    ...calendarBuiltins,
    ...camundaBuiltins,
    ...contextBuiltins,
    ...conversionBuiltins,
    ...listBuiltins,
    ...listEditBuiltins,
    ...numberBuiltins,
    ...rangeBuiltins,
    ...statisticsBuiltins,
    ...stringBuiltins,
    ...temporalBuiltins,
  ].map((builtin) => [builtin.name, builtin]),
)

export const builtinNames: readonly string[] = [...BUILTINS.keys()]

export const builtinNamed = (name: string): Builtin | undefined => BUILTINS.get(name)
