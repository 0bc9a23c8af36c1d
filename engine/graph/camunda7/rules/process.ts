import type { Draft } from '../draft.ts'
import { hasJuel } from '../juel/juel-to-feel.ts'
import { translateExecutionListeners } from './listeners.ts'

/** Who may start a process, which version it is, and who is told of its start and end. */
export function translateProcess(draft: Draft): void {
  const tag = draft.take('versionTag')
  if (tag) draft.put('versionTag', { value: tag.value }, tag)
  const startable = draft.take('isStartableInTasklist')
  if (startable?.value === 'false')
    draft.drop(
      startable,
      'It is offered to whoever may start processes, unless kartabl:candidateStarters names others.',
    )
  else if (startable) draft.drop(startable, 'So is every process.')
  translateStarters(draft)
  translateExecutionListeners(draft)
}

function translateStarters(draft: Draft): void {
  const named = ['candidateStarterUsers', 'candidateStarterGroups'].flatMap((name) => draft.take(name) ?? [])
  const computed = named.filter(({ value }) => hasJuel(value))
  for (const taken of computed)
    draft.refuse(taken, 'computes who may start the process', 'Name groups and people.')
  const [first, ...more] = named.filter(({ value }) => !hasJuel(value) && value !== '')
  if (first === undefined) return
  const value = [first, ...more].map((taken) => taken.value).join(', ')
  const from = { ...first, source: [first, ...more].map(({ source }) => source).join(' ') }
  draft.add('properties', 'property', { name: 'kartabl:candidateStarters', value }, from)
}
