/**
 * Space around an id or a reference is not part of it (XML Schema: `whiteSpace="collapse"` of ID and QName); the parser
 * takes it for one. Ids hold no quotes and no angle brackets.
 */
export const collapseSpace = (xml: string): string =>
  xml.replaceAll(/(\s(?:id|default|bpmnElement|\w{1,40}Ref)\s?=\s?)(["'])\s*([^"'<>\s]+)\s*\2/g, '$1$2$3$2')
