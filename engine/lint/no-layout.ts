import type { Rule } from './advice.ts'

/** What has no shape can't be shown with its token on it. */
export const noLayout: Rule = ({ elements, processId }, { drawn }) => {
  const inside = elements.filter(({ parent }) => parent !== -1)
  const missing = inside.filter(({ id }) => !drawn.has(id))
  const where = missing.length === inside.length ? [processId] : missing.map(({ id }) => id)
  return missing.length === 0 ? [] : where.map(advice)
}

const advice = (element: string) => ({
  rule: 'no-layout',
  element,
  message: `${element} is not drawn: the file holds no shape for it.`,
  remedy: 'Lay the diagram out in a modeller and save it again.',
})
