import { z } from 'zod'
import { ProcessDetail, ProcessList, ProcessQuery } from '../contract/index.ts'
import { notFound } from '../http/api-problem.ts'
import { type Route, route } from '../http/route.ts'
import { elementCounts } from '../presenters/element-counts.ts'
import { presentProcess, presentVersion, versionsByProcess } from '../presenters/process-rows.ts'
import { keyText } from '../presenters/shapes.ts'
import type { Services } from '../services.ts'

/** Deployed processes with their versions and how they are doing. */
export function processRoutes(services: Services): Route[] {
  const list = route({
    method: 'get',
    path: '/api/processes',
    tag: 'Processes',
    summary: 'Deployed processes with running counts and incidents',
    access: 'process.read',
    answer: ProcessList,
    async handle({ person }) {
      const all = await versionsByProcess(services)
      const rows = await Promise.all(
        [...all.values()].map((versions) => presentProcess(services, person, versions)),
      )
      return { items: rows.filter((row) => row !== null) }
    },
  })

  const detail = route({
    method: 'get',
    path: '/api/processes/{processId}',
    tag: 'Processes',
    summary: 'A process with its versions and the counts per element of one of them',
    access: 'process.read',
    params: z.object({ processId: z.string().max(200) }),
    query: ProcessQuery,
    answer: ProcessDetail,
    problems: { 404: 'process_not_found' },
    async handle({ person, params: { processId }, query }) {
      const versions = (await versionsByProcess(services)).get(processId) ?? []
      const row = await presentProcess(services, person, versions)
      const shown = versions.find(
        (version) => query.version === undefined || version.version === query.version,
      )
      if (row === null || shown === undefined) throw notFound('process', processId)
      return {
        ...row,
        versions: await Promise.all(versions.map((version) => presentVersion(services, version))),
        documentation: (await services.engine.definitions.graph(shown.key)).documentation,
        shown: { definitionKey: keyText(shown.key), version: shown.version },
        elements: await elementCounts(services, shown.key),
      }
    },
  })

  return [list, detail]
}
