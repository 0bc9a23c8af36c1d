import type { Key, Rows } from '../../engine/ports/rows.ts'
import type { Dialect } from '../connection/open-database.ts'
import type { AskRows, SqlText, SqlValue } from '../stores/sql/sql-text.ts'
import { busyDefinitionsSql } from './busy-definitions.ts'
import { candidatesOf } from './candidates-of.ts'
import { countOffered, countOwn } from './count-sql.ts'
import { inList, passes } from './filter-sql.ts'
import type { Inbox, WorkFilter, WorkPage, WorkQuery } from './inbox.ts'
import { pageSql, taskColumns } from './page-sql.ts'
import { offered, offeredIn, ownTasks, type Stream } from './streams.ts'

/** More runs than this cost more than going through what the candidates may take. */
const MOST_STREAMS = 200
/** Empty ones among so few cost less than the question which are not. */
const FEW_STREAMS = 16

/** What a candidate may take of a definition. */
interface Place {
  readonly candidate: string
  readonly definition: Key
  /** Beside that, of tasks (as `t`); null: nothing. */
  readonly only: SqlText | null
}

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

  /** Where the filter's elements have something to take, or may have, each with what must hold beside its definition. */
  async #busyPlaces(candidates: readonly string[], { elements }: WorkFilter): Promise<Place[]> {
    const definitions = [...new Set(elements.map(({ definition }) => definition))]
    const places = await this.#busy(candidates, definitions)
    return places.map(([candidate, definition]) => {
      const of = elements.filter((one) => one.definition === definition)
      const whole = of.some(({ ids }) => ids === null)
      const only = whole
        ? null
        : inList(
            't.element_id',
            of.flatMap(({ ids }) => ids ?? []),
          )
      return { candidate, definition, only }
    })
  }

  async #busy(candidates: readonly string[], definitions: readonly Key[]): Promise<[string, Key][]> {
    if (candidates.length * definitions.length <= FEW_STREAMS)
      return candidates.flatMap((one) => definitions.map((other): [string, Key] => [one, other]))
    const busy = await this.#ask(busyDefinitionsSql(candidates, definitions))
    return busy.map(([candidate, key]) => [String(candidate), Number(key)])
  }
}

function taskOf(cells: readonly SqlValue[]): Rows['tasks'] {
  // The columns are those of a task's shape, which its row's type is checked against.
  return Object.fromEntries(taskColumns.map((column, at) => [column, cells[at]])) as unknown as Rows['tasks']
}
