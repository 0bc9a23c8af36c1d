import { type ChangeEvent, useState } from 'react'
import { plainNumber } from '../../../forms/index.ts'
import { useFormat } from '../../format/use-format.ts'

/**
 * The text of an input for numbers. While it has the focus it is what the person types; otherwise it is written as the
 * person's language does. What is no number is kept as it is typed, for the check to speak about.
 *
 * @param value JSON number, decimal text, or text that is no number
 * @param digits written after the point at least: 2 for euros
 */
export function useNumberText(value: unknown, set: (value: string) => void, touch: () => void, digits = 0) {
  const format = useFormat()
  const [typed, setTyped] = useState<string | null>(null)
  const written = (): string => {
    const text = String(value ?? '')
    const plain = plainNumber(text, '.')
    return plain === null ? text : format.decimal(plain, digits)
  }
  return {
    value: typed ?? written(),
    onFocus: () => setTyped(written()),
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      const text = event.currentTarget.value
      setTyped(text)
      set(plainNumber(text, '.') ?? text)
    },
    onBlur: () => {
      setTyped(null)
      touch()
    },
  }
}
