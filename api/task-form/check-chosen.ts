import { listLostReasons } from '../../db/records/opportunity/lost-reason.ts'
import { getContact, getParty } from '../../db/records/party/party.ts'
import { listUnits } from '../../db/records/people/unit.ts'
import { getUser } from '../../db/records/people/user.ts'
import { getProduct } from '../../db/records/product/product.ts'
import type { ChosenRecord } from '../../forms/index.ts'
import type { Identity } from '../auth/identity.ts'
import { ApiProblem } from '../http/api-problem.ts'
import type { Services } from '../services.ts'

type Exists = (services: Services, person: Identity, key: string) => Promise<boolean>

/** Whether the record is there for this person. What is not listed cannot be chosen. */
const exists: Readonly<Record<string, Exists>> = {
  party: async ({ reading, viewer }, person, key) =>
    (await getParty(reading, await viewer(person.id), Number(key))) !== null,
  contact: async ({ reading, viewer }, person, key) =>
    (await getContact(reading, await viewer(person.id), Number(key))) !== null,
  product: async ({ reading }, _person, key) => (await getProduct(reading, Number(key))) !== null,
  person: async ({ reading }, _person, key) => (await getUser(reading, key))?.disabled === false,
  unit: async ({ reading }, _person, key) => (await listUnits(reading)).some((unit) => unit.id === key),
  'lost-reason': async ({ reading }, _person, key) =>
    (await listLostReasons(reading)).some((reason) => String(reason.id) === key && reason.active),
}

/** 400 `form_not_valid` for a record chosen in a look-up that is not there, or not for this person. */
export async function checkChosen(
  services: Services,
  person: Identity,
  chosen: readonly ChosenRecord[],
): Promise<void> {
  const found = await Promise.all(
    chosen.map(async ({ record, key }) => (await exists[record]?.(services, person, key)) ?? false),
  )
  const missing = chosen.filter((_, index) => found[index] !== true)
  if (missing.length === 0) return
  throw new ApiProblem(400, 'form_not_valid', 'Something chosen in the form is not there, or not for you.', {
    errors: missing.map(({ path, record, key }) => ({
      path,
      code: 'record_not_found',
      params: { record, key },
    })),
  })
}
