import { getVisibleOpportunity } from '../../db/records/opportunity/list-opportunities.ts'
import { loadInstance } from '../instances/load-instance.ts'
import type { SightNeeds } from '../policies/instance-facts.ts'
import { may } from '../policies/may.ts'
import { keyNumber } from '../presenters/shapes.ts'
import type { MayWatch } from './watching.ts'

const isNumber = (text: string) => /^[1-9]\d{0,15}$/.test(text)

/** Looking at something live needs the same rights as reading it by REST. */
export const mayWatch =
  (services: SightNeeds): MayWatch =>
  async (person, { kind, key }) => {
    if (kind === 'instance')
      return isNumber(key) && (await loadInstance(services, person, keyNumber(key))) !== undefined
    const [record, id = ''] = key.split(':')
    if (!may(person, 'record.read') || record !== 'opportunity' || !isNumber(id)) return false
    return (
      (await getVisibleOpportunity(services.reading, await services.viewer(person.id), keyNumber(id))) !==
      null
    )
  }
