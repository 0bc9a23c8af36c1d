import type { EngineStore } from '../../engine/ports/store.ts'
import { contentHash } from '../../engine/runtime/content-hash.ts'
import type { DeploymentFile, Engine } from '../../engine/runtime/engine.ts'
import { BadProcessFolder, type ProcessFolder } from './read-folders.ts'

/** In the history of deployments: what the platform itself deployed. No login can have a colon in it. */
const PLATFORM = 'kartabl:folders'

interface Latest {
  readonly hash: string
  readonly deployment: number
}

/** The latest deployed version of a file's resource, by the rule id = file name. */
async function latestOf(store: EngineStore, file: DeploymentFile): Promise<Latest | undefined> {
  const [, id = '', kind = ''] = /^(.*)\.(bpmn|dmn|form)$/.exec(file.name) ?? []
  const newest = { orderBy: [{ column: 'version', descending: true }], limit: 1 } as const
  if (kind === 'bpmn')
    return (
      await store.find('processDefinitions', {
        where: [{ column: 'processId', is: '=', value: id }],
        ...newest,
      })
    )[0]
  if (kind === 'dmn')
    return (
      await store.find('decisions', { where: [{ column: 'decisionId', is: '=', value: id }], ...newest })
    )[0]
  return (await store.find('forms', { where: [{ column: 'formId', is: '=', value: id }], ...newest }))[0]
}

/** `changed`: differs from what is deployed. `person`: who deployed that, if it was not the platform. */
async function compare(store: EngineStore, file: DeploymentFile) {
  const latest = await latestOf(store, file)
  const changed = latest?.hash !== contentHash(file.content)
  const deployment = latest === undefined ? undefined : await store.get('deployments', latest.deployment)
  const person = deployment === undefined || deployment.by === PLATFORM ? null : deployment.by
  return { file, changed, person }
}

/**
 * Deploys a folder when it differs from what is deployed, and never over what a person has deployed: that is said and
 * left to them. Returns sentences for whoever started the server.
 */
export async function deployFolder(engine: Engine, folder: ProcessFolder): Promise<string[]> {
  const compared = await Promise.all(folder.files.map((file) => compare(engine.store, file)))
  const changed = compared.filter((one) => one.changed)
  if (changed.length === 0) return []
  const theirs = changed.find((one) => one.person !== null)
  if (theirs !== undefined)
    return [
      `processes/${folder.id} was not deployed: ${theirs.file.name} has a version that ${theirs.person} deployed. Deploy the folder's files by hand if it is to replace that.`,
    ]
  const done = await engine.deploy(folder.files, PLATFORM)
  if (done.ok) return [`deployed processes/${folder.id}`]
  const sentences = done.error.map(({ element, message, remedy }) => `${element} ${message}; ${remedy}`)
  throw new BadProcessFolder(folder.id, `it can't be deployed: ${sentences.join(' · ')}`)
}
