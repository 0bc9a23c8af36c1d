import type { Draft } from '../draft.ts'

const saved = 'Every wait is saved and every job tried again by itself.'
const order = 'Jobs are done in the order in which they became due.'
const template = 'It is for the modeller.'

/** What says nothing that matters here, by name of the attribute. */
export const notNeeded: ReadonlyMap<string, string> = new Map([
  ['async', saved],
  ['asyncBefore', saved],
  ['asyncAfter', saved],
  ['exclusive', 'Commands to one instance never run at the same time.'],
  ['jobPriority', order],
  ['taskPriority', order],
  ['historyTimeToLive', 'How long history is kept is a setting of the platform.'],
  ['diagramRelationId', template],
  ['modelerTemplate', template],
  ['modelerTemplateVersion', template],
  ['modelerTemplateIcon', template],
])

export function dropNotNeeded(draft: Draft): void {
  for (const [name, note] of notNeeded) {
    const taken = draft.take(name)
    if (taken) draft.drop(taken, note)
  }
}
