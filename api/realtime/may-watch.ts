import { getVisibleOpportunity } from '../../db/records/opportunity/list-opportunities.ts'
import { may } from '../policies/may.ts'
import { keyNumber } from '../presenters/shapes.ts'
import type { Services } from '../services.ts'
import type { MayWatch } from './watching.ts'

const isNumber = (text: string) => /^[1-9]\d{0,15}$/.test(text)

/** Looking at something live needs the same rights as reading it by REST. */
export const mayWatch =
  ({ engine, reading, viewer }: Pick<Services, 'engine' | 'reading' | 'viewer'>): MayWatch =>
  async (person, { kind, key }) => {
    if (kind === 'instance')
      return (
        may(person, 'instance.read') &&
        isNumber(key) &&
        (await engine.store.get('instances', keyNumber(key))) !== undefined
      )
    const [record, id = ''] = key.split(':')
    if (!may(person, 'record.read') || record !== 'opportunity' || !isNumber(id)) return false
    return (await getVisibleOpportunity(reading, await viewer(person.id), keyNumber(id))) !== null
  }
