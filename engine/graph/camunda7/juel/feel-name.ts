const plain = /^[\p{L}_][\p{L}\p{N}_]*$/u

/** Words of FEEL's grammar, and beginnings of its names with blanks that "and" or "or" could complete. */
const reserved = new Set([
  ...['if', 'then', 'else', 'for', 'in', 'return', 'some', 'every', 'satisfies', 'between', 'instance', 'of'],
  ...['function', 'external', 'and', 'or', 'not', 'true', 'false', 'null'],
  ...['date', 'years', 'days', 'get'],
])

/** A variable's name as FEEL reads it: between back ticks where it would be read as something else. */
export const feelName = (name: string): string =>
  plain.test(name) && !reserved.has(name) ? name : `\`${name.replaceAll('`', '')}\``

/** A text as FEEL writes it. */
export const feelText = (text: string): string => JSON.stringify(text)
