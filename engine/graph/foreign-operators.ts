/** What people write who know other languages, and how FEEL says it. The longer ones come first. */
const REMEDIES: readonly (readonly [operator: string, remedy: string])[] = [
  ['!==', 'Write "!=" instead of "!==".'],
  ['===', 'Write "=" instead of "===": FEEL\'s equality is a single "=".'],
  ['==', 'Write "=" instead of "==": FEEL\'s equality is a single "=".'],
  ['<>', 'Write "!=" instead of "<>".'],
  ['=>', 'Write ">=" instead of "=>".'],
  ['=<', 'Write "<=" instead of "=<".'],
  ['&', 'Write "and" instead of "&&".'],
  ['||', 'Write "or" instead of "||".'],
  ['!', 'Write "not(…)" instead of "!".'],
  ['%', 'Write "modulo(a, b)" instead of "a % b".'],
  ['?', 'Write "if … then … else …" instead of "… ? … : …".'],
  ["'", 'Write texts in double quotes.'],
]

/** What to write instead of another language's operator, where a text begins with one; null where it does not. */
export const foreignOperatorRemedy = (text: string): string | null =>
  REMEDIES.find(([operator]) => text.startsWith(operator))?.[1] ?? null
