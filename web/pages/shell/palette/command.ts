import { foldText } from '../../../format/fold-text.ts'

/** One line of the command palette. */
export interface Command {
  readonly id: string
  readonly label: string
  readonly detail?: string
  readonly run: () => void
}

export interface CommandGroup {
  readonly label: string
  readonly actions: readonly Command[]
}

/** The commands whose text holds every word that was typed. */
export function matching(commands: readonly Command[], search: string): Command[] {
  const words = foldText(search).split(' ').filter(Boolean)
  return commands.filter(({ label, detail = '' }) => {
    const text = foldText(`${label} ${detail}`)
    return words.every((word) => text.includes(word))
  })
}
