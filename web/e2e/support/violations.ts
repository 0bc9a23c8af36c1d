import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * What axe finds serious or critical on the page, one line each: where, which rule, at which element.
 *
 * @param rules axe's names of those to look for; all that are on by default when left out
 */
export async function violations(
  page: Page,
  place: string,
  rules: readonly string[] = [],
): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    resultTypes: ['violations'],
    ...(rules.length > 0 ? { runOnly: { type: 'rule', values: [...rules] } } : {}),
  })
  const { violations: found } = await axe.analyze()
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${place}: ${id}: ${html} ${failureSummary}`),
    )
}
