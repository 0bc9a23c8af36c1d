/** A table of the published page: the first column holds names, the others numbers. */
export function markdownTable([head, ...rows]: readonly (readonly string[])[]): string {
  if (!head) throw new Error('expected the heads of a table, got no row')
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rule = head.map((_, at) => (at === 0 ? '---' : '---:'))
  return [line(head), line(rule), ...rows.map(line)].join('\n')
}
