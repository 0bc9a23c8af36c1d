import type { StaticVerdict } from '../static.ts'

/** Whether models are valid: how often we agree, and each verdict that differs with its argument. */
export function staticSection(verdicts: readonly StaticVerdict[]): string[] {
  if (verdicts.length === 0) return []
  const right = verdicts.filter((verdict) => verdict.right)
  const valid = verdicts.filter(({ expect }) => expect === 'valid')
  const differing = verdicts.filter((verdict) => !verdict.right)
  return [
    '## Valid and invalid models',
    `\`npm run conformance:static -- --pack DIR\` judges the pack's models by the standard's schemas, references and rules. ` +
      `Right: ${right.length} of ${verdicts.length} verdicts (${valid.length} models are valid, ${verdicts.length - valid.length} are not).`,
    ...differing.map(
      ({ file, expect, got, argued }) =>
        `- ${file}: expected ${expect}, got ${got}. ${argued ?? 'Nothing is argued: this is a fault.'}`,
    ),
  ]
}
