import { fail, ok, type Result } from '../result.ts'
import { hasJuel, juelToFeel } from './camunda7/juel/juel-to-feel.ts'

/** Names one inside another, as XPath and most other languages write them: `/order/id`, `order.id`. */
const PLACE = /^\/?[\p{L}_$][\p{L}\p{N}_$]*(?:[./][\p{L}_$][\p{L}\p{N}_$]*)*$/u

/**
 * FEEL, with its `=`, for a messagePath or dataPath. Without an `=` it may be a place among names, or an expression of version
 * 7; whatever language it says it is in.
 *
 * @returns the text, or why there is none: half a sentence
 */
export function pathToFeel(path: string): Result<string, string> {
  if (path.startsWith('=')) return ok(path)
  if (hasJuel(path)) return juelToFeel(path)
  if (PLACE.test(path)) return ok(`=${path.replace(/^\//, '').replaceAll('/', '.')}`)
  return fail(
    path === '' ? 'it is empty' : `"${path}" is neither a FEEL expression nor a place such as order.id`,
  )
}
