import { childAt } from '../parse/syntax-node.ts'
import { compileIteration } from './iteration.ts'
import type { Construct } from './unit.ts'

/** `some x in xs satisfies p(x)` and `every …`: the deciding answer ends the walk, an unknown one makes it unknown. */
export const compileQuantified: Construct = (node, scope, unit) => {
  const deciding = childAt(node, 0).text === 'some'
  const conditionNode = childAt(node, -1)
  const iteration = compileIteration(node, scope, unit)
  const condition = unit.compile(conditionNode, iteration.scope)
  return (machine, env) => {
    let answer: boolean | null = !deciding
    const walked = iteration.run(machine, env, (running, locals) => {
      running.spend(conditionNode.size)
      const value = condition(running, locals)
      if (value === deciding) answer = deciding
      else if (typeof value !== 'boolean') answer = null
      return value !== deciding
    })
    return walked ? answer : machine.warn('feel_type', 'Expected a list or range after "in"; null is used.')
  }
}
