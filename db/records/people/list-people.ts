import { modelsOf } from '../../models/models-of.ts'
import type { Reading } from '../reading.ts'
import { hasWords } from '../search/has-words.ts'
import { type Page, type PageQuery, readPage } from '../search/page.ts'
import { type User, usersOf } from './user.ts'

export interface PeopleQuery extends PageQuery {
  readonly search?: string
  /** Disabled people too. */
  readonly all?: boolean
}

/** People by name. */
export async function listPeople(reading: Reading, query: PeopleQuery): Promise<Page<User>> {
  const { user } = modelsOf(reading.sequelize)
  const where = { ...(query.all ? {} : { disabled: 0 }), ...hasWords(query.search) }
  const page = await readPage(reading, user, where, { ...query, column: 'sortKey', descending: false })
  return { ...page, items: await usersOf(reading, page.items) }
}
