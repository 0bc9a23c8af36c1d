import type { Rows } from '../../engine/ports/rows.ts'
import type { Dialect } from '../connection/open-database.ts'
import type { AskRows, SqlValue } from '../stores/sql/sql-text.ts'
import { busyDefinitionsSql } from './busy-definitions.ts'
import { candidatesOf } from './candidates-of.ts'
import { countOffered, countOwn } from './count-sql.ts'
import { passes } from './filter-sql.ts'
import type { Inbox, WorkFilter, WorkPage, WorkQuery } from './inbox.ts'
import { pageSql, taskColumns } from './page-sql.ts'
import { offered, offeredIn, ownTasks, type Stream } from './streams.ts'

/** More runs than this cost more than going through what the candidates may take. */
const MOST_STREAMS = 200

/** The inbox on the tables of an SQL store; `ask` reads what is committed. */
export class SqlInbox implements Inbox {
  readonly #dialect: Dialect
  readonly #ask: AskRows

  constructor(dialect: Dialect, ask: AskRows) {
    this.#dialect = dialect
    this.#ask = ask
  }

  async page(query: WorkPage): Promise<Rows['tasks'][]> {
    const { of, limit } = query
    const own = of.own === null ? [] : ownTasks(query, of.own)
    const streams = [...own, ...(await this.#offered(query))]
    if (streams.length === 0) return []
    const rows = await this.#ask(pageSql(this.#dialect, streams, limit))
    return rows.map(taskOf)
  }

  async count(query: WorkQuery): Promise<number> {
    const { own } = query.of
    const candidates = candidatesOf(query.of)
    const counts = [
      ...(own === null ? [] : [countOwn(own, query)]),
      ...(candidates.length === 0 ? [] : [countOffered(candidates, query)]),
    ]
    if (counts.length === 0) return 0
    const sum = counts.map(({ text }) => `(${text})`).join(' + ')
    const [row] = await this.#ask({
      text: `SELECT ${sum}`,
      values: counts.flatMap(({ values }) => values),
      single: true,
    })
    return Number(row?.[0])
  }

  async #offered(query: WorkPage): Promise<Stream[]> {
    const candidates = candidatesOf(query.of)
    if (candidates.length === 0) return []
    const all = { definition: null, only: null }
    if (query.filter === null) return candidates.flatMap((one) => offered(query, one, all))
    const places = await this.#busyPlaces(candidates, query.filter)
    if (places.length > MOST_STREAMS) {
      const only = passes(query.filter)
      return candidates.flatMap((one) => offered(query, one, { definition: null, only }))
    }
    return [
      ...places.flatMap(({ candidate, ...of }) => offered(query, candidate, of)),
      ...offeredIn(query, candidates, query.filter),
    ]
  }

  /** Where the filter's elements have something to take, each with what must hold beside its definition. */
  async #busyPlaces(candidates: readonly string[], { elements }: WorkFilter) {
    const definitions = [...new Set(elements.map(({ definition }) => definition))]
    if (definitions.length === 0) return []
    const busy = await this.#ask(busyDefinitionsSql(candidates, definitions))
    return busy.map(([candidate, key]) => {
      const definition = Number(key)
      const of = elements.filter((one) => one.definition === definition)
      const whole = of.some(({ ids }) => ids === null)
      const only = whole ? null : passes({ elements: of, instances: [] })
      return { candidate: String(candidate), definition, only }
    })
  }
}

function taskOf(cells: readonly SqlValue[]): Rows['tasks'] {
  // The columns are those of a task's shape, which its row's type is checked against.
  return Object.fromEntries(taskColumns.map((column, at) => [column, cells[at]])) as unknown as Rows['tasks']
}
