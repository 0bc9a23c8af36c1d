import type { FeelContext, FeelWarningCode, VariableLookup } from './feel-expression.ts'
import { FeelStop } from './feel-stop.ts'
import type { FeelValue } from './values/feel-value.ts'

/**
 * Steps one evaluation may take unless its context says otherwise. A step is 100 ns of processor time at most, so this is
 * 20 ms and leaves room for slow processors; `npm run bench -- --only feel` measures the worst expressions we know.
 */
const DEFAULT_FUEL = 200_000

/** Nested calls of user-defined functions; JavaScript's own stack is the second guard. */
const MAX_CALL_DEPTH = 256

/** The state of one evaluation: where variables come from, what time it is, how much work is left. */
export class Machine {
  lookup: VariableLookup
  fuel: number
  depth = 0
  readonly context: FeelContext
  private readonly paid = new Set<string>()

  constructor(lookup: VariableLookup, context: FeelContext) {
    this.lookup = lookup
    this.context = context
    this.fuel = context.fuel ?? DEFAULT_FUEL
  }

  /** Pays for work; stops the evaluation when nothing is left. */
  spend(steps: number): void {
    this.fuel -= steps
    if (this.fuel < 0) throw new FeelStop('feel_out_of_fuel', OUT_OF_FUEL)
  }

  /** Pays for something that is kept, the first time it is needed in this evaluation. */
  spendOnce(key: string, steps: number): void {
    this.spend(2 + (key.length >> 4))
    if (this.paid.has(key)) return
    this.paid.add(key)
    this.spend(steps)
  }

  enterCall(): void {
    this.depth += 1
    if (this.depth > MAX_CALL_DEPTH) throw new FeelStop('feel_too_deep', TOO_DEEP)
  }

  leaveCall(): void {
    this.depth -= 1
  }

  /** Notes why something became null, and yields that null. */
  warn(code: FeelWarningCode, message: string): null {
    this.context.warnings?.push({ code, message })
    return null
  }
}

const OUT_OF_FUEL =
  'Expected the expression to end within its allowed number of steps, got more; shorten its loops, lists or texts, or compute this in a job.'
const TOO_DEEP = `Expected at most ${MAX_CALL_DEPTH} nested function calls, got more; end the recursion earlier.`

/** Local variables: a chain with the innermost first. The compiler knows how many steps up each name is. */
export class Env {
  readonly value: FeelValue
  readonly parent: Env | null

  constructor(value: FeelValue, parent: Env | null) {
    this.value = value
    this.parent = parent
  }
}
