import { member, type Write } from './feel-access.ts'
import { type FeelPart, value } from './feel-part.ts'
import type { JuelCall } from './juel-node.ts'
import { JuelStop } from './juel-stop.ts'
import { methods } from './methods.ts'
import { writeName } from './write-name.ts'
import { isTime, writeTimeCall } from './write-time-call.ts'

/** A method that reads, of a variable or of the execution. @throws JuelStop */
export function writeCall(call: JuelCall, write: Write): FeelPart {
  const { of, name, args } = call
  if (isTime(call)) return writeTimeCall(call, write)
  if (of === null) throw new JuelStop(`the function ${name}(…) is not known`)
  if (of.kind === 'name' && of.name === 'execution') return writeExecutionCall(call)
  const method = methods.get(`${name}/${args.length}`)
  if (method !== undefined) return method(write(of), args, write)
  const property = args.length === 0 ? propertyOfGetter(name) : null
  if (property !== null) return member(write(of), property)
  throw new JuelStop(`the method ${name}(…) belongs to an object of Java`)
}

/** The variable that `execution.getVariable('x')` reads. */
function writeExecutionCall({ name, args }: JuelCall): FeelPart {
  const [first] = args
  const variable = first?.kind === 'literal' && typeof first.value === 'string' ? first.value : null
  if (name === 'getVariable' && args.length === 1 && variable !== null) return writeName(variable, false)
  if (name === 'hasVariable' && args.length === 1 && variable !== null)
    return value(`is defined(${writeName(variable, false).text})`)
  if (/^get(ProcessB|B)usinessKey$/.test(name) && args.length === 0) return value('businessKey')
  throw new JuelStop(`execution.${name}(…) asks the engine of version 7`)
}

/** `getNetPrice`, `isHighRisk` → `netPrice`, `highRisk`: as beans are written as JSON. */
export function propertyOfGetter(name: string): string | null {
  const property = /^(?:get|is)(\p{Lu}.*)$/u.exec(name)?.[1]
  if (property === undefined || property === 'Class') return null
  return /^\p{Lu}{2}/u.test(property) ? property : property[0]!.toLowerCase() + property.slice(1)
}
