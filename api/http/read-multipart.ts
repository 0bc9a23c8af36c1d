import type { Request } from 'express'
import type { DeploymentFile } from '../../engine/runtime/engine.ts'
import { ApiProblem } from './api-problem.ts'

/** Bounds of one deployment. */
const MAX_BYTES = 4 * 1024 * 1024
const MAX_FILES = 50
/** Bare file names of what can be deployed. */
const deployable = /^[^/\\\p{Cc}]{1,200}\.(bpmn|dmn|form)$/u

/** The form that uploads of files come in. */
export const MULTIPART = 'multipart/form-data'

/** The files of a form field, all within the bounds and in UTF-8, or a problem that says which is not. */
export async function readMultipart(request: Request, field: string): Promise<DeploymentFile[]> {
  const type = request.headers['content-type'] ?? ''
  if (!request.is(MULTIPART))
    throw new ApiProblem(415, 'multipart_expected', `Send the files as ${MULTIPART}, field "${field}".`)
  const files = (await parse(await readBounded(request), type)).getAll(field)
  if (files.length === 0 || files.length > MAX_FILES)
    throw notDeployable(`Expected 1 to ${MAX_FILES} files in the form field "${field}", got ${files.length}.`)
  return Promise.all(files.map((file) => readFile(file, field)))
}

/** Reads on to the end when there is too much, keeping nothing: else the connection could not be used again. */
async function readBounded(request: Request): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= MAX_BYTES) chunks.push(chunk)
    else chunks.length = 0
  }
  if (bytes > MAX_BYTES)
    throw new ApiProblem(
      413,
      'body_too_large',
      `A deployment may have ${MAX_BYTES} bytes; deploy in several steps.`,
    )
  return Buffer.concat(chunks)
}

/** Node's own fetch parses multipart bodies. */
async function parse(body: Buffer, type: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  } catch {
    throw new ApiProblem(400, 'multipart_not_valid', 'The body is not well-formed multipart/form-data.')
  }
}

async function readFile(entry: FormDataEntryValue, field: string): Promise<DeploymentFile> {
  if (typeof entry === 'string')
    throw notDeployable(`A "${field}" field holds text. Send files with file names.`)
  if (!deployable.test(entry.name))
    throw notDeployable(`The file name "${entry.name}" should be bare and end in .bpmn, .dmn or .form.`)
  try {
    return {
      name: entry.name,
      content: new TextDecoder('utf-8', { fatal: true }).decode(await entry.arrayBuffer()),
    }
  } catch {
    throw notDeployable(`The file ${entry.name} is not UTF-8. Save it in UTF-8 and deploy again.`)
  }
}

const notDeployable = (detail: string) => new ApiProblem(400, 'files_not_deployable', detail)
