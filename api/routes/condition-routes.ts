import { noVariables } from '../../engine/json.ts'
import { ConditionsEvaluated, EvaluateConditions } from '../contract/index.ts'
import { refusalProblem } from '../http/refusal-problem.ts'
import { type Route, route } from '../http/route.ts'
import { keyText } from '../presenters/shapes.ts'
import type { Services } from '../services.ts'

/** Conditional start events: nothing changes before there is an instance, so somebody says when to look. [CE3] */
export const conditionRoutes = ({ engine }: Services): Route[] => [
  route({
    method: 'post',
    path: '/api/conditions/evaluation',
    tag: 'Processes',
    summary: 'Start every process with a conditional start event whose condition holds for these variables',
    access: 'message.publish',
    body: EvaluateConditions,
    answer: ConditionsEvaluated,
    async handle({ person, body }) {
      const { processId } = body
      const variables = Object.assign(noVariables(), body.variables)
      const conditions = { variables, ...(processId === undefined ? {} : { processId }) }
      const done = await engine.evaluateConditions(conditions, { by: person.id })
      if (!done.ok) throw refusalProblem(done.error)
      return { key: keyText(done.value.key), instanceKeys: done.value.instances.map(keyText) }
    },
  }),
]
