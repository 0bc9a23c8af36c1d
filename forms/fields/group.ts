import { valueless } from './valueless.ts'

export interface GroupSettings {
  readonly outline: boolean
}

/** Fields under one heading; with a `path` their values lie in an object of that name. */
export const group = valueless('group', (reader) => ({ outline: reader.flag('showOutline') }))
