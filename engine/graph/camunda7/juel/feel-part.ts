/** FEEL text with how strongly it holds together, so that brackets stand only where they are needed. */
export interface FeelPart {
  readonly text: string
  readonly level: number
}

export const levels = {
  choice: 0,
  or: 1,
  and: 2,
  comparison: 3,
  sum: 4,
  product: 5,
  sign: 6,
  value: 7,
} as const

export const value = (text: string): FeelPart => ({ text, level: levels.value })

/** The text of a part that stands where at least `level` is needed. */
export const within = ({ text, level: own }: FeelPart, level: number): string =>
  own < level ? `(${text})` : text
