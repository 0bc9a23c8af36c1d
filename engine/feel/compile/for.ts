import { Env } from '../machine.ts'
import { childAt, type SyntaxNode } from '../parse/syntax-node.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { compileIteration } from './iteration.ts'
import { bind, type Construct } from './unit.ts'

/** `for x in xs return f(x)`; `partial` holds the results so far. */
export const compileFor: Construct = (node, scope, unit) => {
  const bodyNode = childAt(node, -1)
  const iteration = compileIteration(node, scope, unit)
  const usesPartial = mentions(bodyNode, 'partial')
  const inner = usesPartial ? bind('partial', iteration.scope) : iteration.scope
  const body = unit.compile(bodyNode, inner)
  return (machine, env) => {
    const results: FeelValue[] = []
    const walked = iteration.run(machine, env, (running, locals) => {
      running.spend(bodyNode.size)
      const within = usesPartial ? new Env(snapshot(results, running), locals) : locals
      results.push(body(running, within))
      return true
    })
    return walked ? results : machine.warn('feel_type', 'Expected a list or range after "in"; null is used.')
  }
}

/** A copy, or a result that holds `partial` would hold itself. */
function snapshot(
  results: readonly FeelValue[],
  machine: { spend(steps: number): void },
): readonly FeelValue[] {
  machine.spend(results.length >> 2)
  return results.slice()
}

const mentions = (node: SyntaxNode, name: string): boolean =>
  (node.type === 'VariableName' && node.text === name) || node.children.some((child) => mentions(child, name))
