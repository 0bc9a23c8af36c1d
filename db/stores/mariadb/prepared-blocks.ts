import mysql from 'mysql2'
import { type Shape, type Statement, templateOf } from './statement.ts'

/** Preparing costs as much as some executions: it pays for what comes again and again. */
const TIMES_BEFORE = 2
/** Of one connection, which the server keeps memory for. */
const MOST_PREPARED = 100
const MOST_STEPS = 2_000
/** Characters of values; what is longer goes in parts. */
const LONGEST_BLOCK = 1_000_000

/** Statements up to here, in the order in which they are sent. */
interface Step {
  readonly next: Map<Shape, Step>
  times: number
  /** Under which the server has them prepared, as one block. */
  name: string | null
}

/** What is to be sent. */
export interface Block {
  readonly sql: string
  /** To be called when it has succeeded. */
  readonly sent: () => void
}

const newStep = (): Step => ({ next: new Map(), times: 0, name: null })

/**
 * The writes of a command, prepared as one block on a connection: the server parses them once, and answers once where it
 * would answer each of several statements by itself. Processes repeat themselves, so a few blocks are nearly all there is.
 */
export class PreparedBlocks {
  readonly #first = newStep()
  #steps = 0
  #prepared = 0

  /** The statements and a COMMIT as one block, or null while that does not pay. */
  blockOf(statements: readonly Statement[]): Block | null {
    const values = valuesOf(statements)
    const step = values.length > LONGEST_BLOCK ? null : this.#stepOf(statements)
    if (!step) return null
    step.times += 1
    if (step.name !== null) return { sql: execute(step.name, values), sent: nothing }
    if (step.times <= TIMES_BEFORE || this.#prepared >= MOST_PREPARED) return null
    const name = `writes${this.#prepared}`
    const sent = () => {
      step.name = name
      this.#prepared += 1
    }
    return { sql: `${prepare(name, statements)}; ${execute(name, values)}`, sent }
  }

  #stepOf(statements: readonly Statement[]): Step | null {
    if (!statements.every(({ shape }) => shape.isKept)) return null
    let step = this.#first
    for (const { shape } of statements) {
      let next = step.next.get(shape)
      if (!next) {
        if (this.#steps >= MOST_STEPS) return null
        this.#steps += 1
        next = newStep()
        step.next.set(shape, next)
      }
      step = next
    }
    return step
  }
}

const nothing = () => {}

const valuesOf = (statements: readonly Statement[]): string =>
  statements.map(({ values }) => values.join(', ')).join(', ')

function prepare(name: string, statements: readonly Statement[]): string {
  const block = [...statements.map(({ shape }) => templateOf(shape)), 'COMMIT'].join('; ')
  return `PREPARE ${name} FROM ${mysql.escape(`BEGIN NOT ATOMIC ${block}; END`)}`
}

const execute = (name: string, values: string): string => `EXECUTE ${name} USING ${values}`
