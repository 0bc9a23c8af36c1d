import type { FieldContext } from '../../../forms/index.ts'
import { labelOf, type OptionSettings, type OptionValue, optionsOf } from '../../../forms/index.ts'
import { useLanguage } from '../../i18n/use-language.ts'

/** The choices as Mantine takes them. Its values are texts; `optionValue` gives back the number or boolean behind one. */
export function useOptions(settings: OptionSettings, context: FieldContext) {
  const { code } = useLanguage()
  const options = optionsOf(settings, context)
  const data = options.map((option) => ({
    value: String(option.value),
    label: labelOf(option, code, context),
  }))
  const optionValue = (text: string): OptionValue =>
    options.find((option) => String(option.value) === text)?.value ?? text
  return { data: uniqueByValue(data), optionValue }
}

/** Mantine refuses two options with the same text as value, and a variable's list may hold 1 and "1". */
const uniqueByValue = <Item extends { value: string }>(items: readonly Item[]): Item[] => [
  ...new Map(items.map((item) => [item.value, item])).values(),
]
