import type { PartyValues } from '../records/party/change-party.ts'
import type { ContactValues } from '../records/party/contact.ts'
import {
  industries,
  latinFirstNames,
  latinForms,
  latinLastNames,
  latinStems,
  latinTrades,
  otherNames,
  persianFirstNames,
  persianLastNames,
  persianStems,
  persianTrades,
  positions,
  regions,
} from './demo-names.ts'
import { demoSellers } from './demo-people.ts'
import { SeededRandom } from './seeded-random.ts'

export interface DemoParty {
  readonly id: number
  readonly values: PartyValues
  readonly contacts: readonly ({ readonly id: number } & ContactValues)[]
}

const partyCount = 200

/** Groups of customers; their ids are their places, from 1. */
export const demoCustomerGroups = [
  { en: 'Key accounts', fa: 'مشتریان کلیدی' },
  { en: 'Industry', fa: 'صنایع' },
  { en: 'Trade', fa: 'بازرگانی' },
] as const

/** The parties with their contacts, always the same. Ids count from 1. */
export function demoParties(): DemoParty[] {
  const random = new SeededRandom(7)
  let contactId = 0
  return partyNames().map((name, index) => {
    const persian = /[\u0600-\u06ff]/.test(name)
    const contacts = Array.from({ length: random.between(1, 3) }, () => ({
      id: ++contactId,
      ...contactOf(random, persian, contactId),
    }))
    return { id: index + 1, values: valuesOf(random, name, index), contacts }
  })
}

/** Names without repetition: some of all scripts, Persian ones, and the rest Latin. */
function partyNames(): string[] {
  const persian = persianStems.flatMap((stem, row) =>
    persianTrades.filter((_, column) => (row + column) % 2 === 0).map((trade) => `شرکت ${stem} ${trade}`),
  )
  const latin = latinTrades.flatMap((trade, row) =>
    latinStems.map((stem, column) => `${stem} ${trade} ${latinForms[(row + column) % latinForms.length]}`),
  )
  const names: string[] = [...otherNames]
  for (let turn = 0; names.length < partyCount; turn += 1)
    names.push(...[latin[2 * turn], persian[turn], latin[2 * turn + 1]].filter((name) => name !== undefined))
  return names.slice(0, partyCount)
}

function valuesOf(random: SeededRandom, name: string, index: number): PartyValues {
  const supplier = index % 8 === 7
  return {
    name,
    legalForm: random.chance(0.93) ? 'company' : 'person',
    taxId: random.chance(0.8) ? String(10_000_000 + index * 7919) : null,
    kinds: supplier ? ['supplier'] : random.chance(0.06) ? ['customer', 'partner'] : ['customer'],
    level: random.chance(0.15) ? 'A' : random.chance(0.4) ? 'B' : 'C',
    groupId: random.between(1, demoCustomerGroups.length),
    region: random.pick(regions),
    industry: random.pick(industries),
    secrecyLevel: index % 40 === 39 ? 2 : index % 25 === 24 ? 1 : 0,
    source: random.pick(['Exhibition', 'Recommendation', 'Website', 'Call']),
    responsibleId: random.pick(demoSellers),
  }
}

function contactOf(random: SeededRandom, persian: boolean, id: number): ContactValues {
  const name = persian
    ? `${random.pick(persianFirstNames)} ${random.pick(persianLastNames)}`
    : `${random.pick(latinFirstNames)} ${random.pick(latinLastNames)}`
  const phone = `+${persian ? '98 21' : '49 89'} ${random.between(1_000_000, 9_999_999)}`
  return { name, position: random.pick(positions), email: `contact${id}@example.com`, phone }
}
