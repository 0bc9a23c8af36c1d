import type { Extension } from '../../engine/model/model.ts'

/** The worker of this harness takes every job of this type. */
export const JOB_TYPE = 'conformance'

/** Messages are told apart by name alone: every key is this one. */
export const CORRELATION_KEY = 'conformance'

/** What a modeller's properties panel would write. */
export const zeebe = (name: string, attributes: Readonly<Record<string, string>>): Extension => ({
  vocabulary: 'zeebe',
  name,
  attributes: new Map(Object.entries(attributes)),
  children: [],
  body: '',
})

export const has = (extensions: readonly Extension[], name: string): boolean =>
  extensions.some((one) => one.name === name)

/** Only what this platform's own namespace says is kept; stubs stand for what others attach. */
export const ownOnly = (extensions: readonly Extension[]): readonly Extension[] =>
  extensions.filter(({ vocabulary }) => vocabulary === 'zeebe')
