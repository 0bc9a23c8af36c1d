/** The text under the name in an address, undefined when it is not there. Numbers written in it count as text. */
export function textParam(search: Record<string, unknown>, name: string): string | undefined {
  const value = search[name]
  if (typeof value === 'string' && value !== '') return value
  return typeof value === 'number' ? String(value) : undefined
}

/** The same when it is one of the allowed texts. */
export function choiceParam<Choice extends string>(
  search: Record<string, unknown>,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const value = textParam(search, name)
  return choices.find((choice) => choice === value)
}
