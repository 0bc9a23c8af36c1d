const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const columns = (row: object): string =>
  Object.keys(row)
    .map((name) => `\`${snakeCase(name)}\``)
    .join(', ')

/** An INSERT of a row's columns, in the order of `values`. */
export const insertText = (table: string, row: object): string =>
  `INSERT INTO ${table} (${columns(row)}) VALUES (${Object.keys(row)
    .map(() => '?')
    .join(', ')})`

/** The same for rows that are written into the text. */
export const insertHead = (table: string, row: object): string =>
  `INSERT INTO ${table} (${columns(row)}) VALUES `

/** A row's cells; rows of the engine hold text, numbers and null only. */
export const values = (row: object): (string | number | null)[] => Object.values(row)
