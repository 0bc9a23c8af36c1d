import { z } from 'zod'
import { parse } from '../../engine/model/index.ts'
import { Key, OutlineEntry } from '../contract/index.ts'
import { notFound } from '../http/api-problem.ts'
import { type Route, route } from '../http/route.ts'
import { outlineOf } from '../presenters/outline.ts'
import { keyNumber } from '../presenters/shapes.ts'
import type { Services } from '../services.ts'

const params = z.object({ key: Key })
const problems = { 404: 'definition_not_found' }

/** The files of deployed versions. */
export function definitionRoutes({ engine }: Services): Route[] {
  async function load(key: string) {
    // The cached row may have no file in it: the store has.
    const row = await engine.store.get('processDefinitions', keyNumber(key))
    if (row === undefined) throw notFound('definition', key)
    return row
  }

  const xml = route({
    method: 'get',
    path: '/api/definitions/{key}/xml',
    tag: 'Processes',
    summary: 'The diagram as it was deployed',
    access: 'process.read',
    params,
    mediaType: 'text/xml',
    problems,
    async handle({ params: { key }, response }) {
      const row = await load(key)
      const name = `${row.processId.replaceAll(/[^\w.-]/g, '_')}-${row.version}.bpmn`
      response.setHeader('Content-Disposition', `attachment; filename="${name}"`)
      return row.xml
    },
  })

  const outline = route({
    method: 'get',
    path: '/api/definitions/{key}/outline',
    tag: 'Processes',
    summary: 'The diagram as a list in reading order',
    access: 'process.read',
    params,
    answer: z.array(OutlineEntry).meta({ id: 'Outline' }),
    problems,
    async handle({ params: { key } }) {
      const row = await load(key)
      const model = await parse(row.xml)
      if (!model.ok) throw new Error(`definition ${key} was deployed and can no longer be read`)
      return outlineOf(model.value, await engine.definitions.graph(row.key))
    },
  })

  return [xml, outline]
}
