import { basename } from 'node:path'
import type { DeploymentFile } from '../../engine/runtime/index.ts'
import type { LoadedCase } from '../pack/read-pack.ts'

const known = ['.bpmn', '.dmn', '.form']

/** Files under names that say what they are: `a.bpmn20.xml` is a diagram too. */
export const deploymentFiles = ({ files }: LoadedCase): DeploymentFile[] =>
  files.map(({ path, xml }) => {
    const name = basename(path)
    return { name: known.some((end) => name.endsWith(end)) ? name : `${name}.bpmn`, content: xml }
  })
