import { foldText } from '../../format/fold-text.ts'

/** True when a text has every word that was typed, or its beginning: how the server finds records, near enough. */
export function hasTyped(text: string, typed: string): boolean {
  const folded = foldText(text)
  return foldText(typed)
    .split(' ')
    .every((word) => folded.includes(word))
}
