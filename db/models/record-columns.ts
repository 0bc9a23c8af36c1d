import { DataTypes, type Model, type ModelAttributes, type ModelStatic, type Sequelize } from 'sequelize'

/** What every record has. Times are epoch milliseconds. */
export interface RecordRow {
  /** Optimistic lock: counts changes, from 1. */
  version: number
  createdBy: string
  createdAt: number
  updatedBy: string
  updatedAt: number
  /** Branch of the company; 1 is the head office. */
  memberId: number
}

export interface NumberedRow extends RecordRow {
  id: number
}

/** The model of a table whose rows look like `Row`. Rows are read raw: plain values, no instances. */
export type RecordModel<Row extends object> = ModelStatic<Model<Row, Partial<Row>>>

export const recordColumns = {
  version: { type: DataTypes.INTEGER, allowNull: false },
  createdBy: { type: DataTypes.STRING(64), allowNull: false },
  createdAt: { type: DataTypes.BIGINT, allowNull: false },
  updatedBy: { type: DataTypes.STRING(64), allowNull: false },
  updatedAt: { type: DataTypes.BIGINT, allowNull: false },
  memberId: { type: DataTypes.INTEGER, allowNull: false },
} satisfies ModelAttributes

export const numberedColumns = {
  id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
  ...recordColumns,
} satisfies ModelAttributes

/** A table of plain rows: snake_case columns, no time columns of Sequelize's own. */
export function defineTable<Row extends object>(
  sequelize: Sequelize,
  tableName: string,
  attributes: ModelAttributes<Model<Row, Partial<Row>>>,
): RecordModel<Row> {
  return sequelize.define<Model<Row, Partial<Row>>>(tableName, copied(attributes), {
    tableName,
    underscored: true,
    timestamps: false,
  })
}

/** Sequelize writes into the descriptions that it is given, and the shorthands below are shared. */
function copied<Attributes extends object>(attributes: Attributes): Attributes {
  const copies = Object.entries(attributes).map(([name, attribute]) => [name, { ...attribute }])
  return Object.fromEntries(copies) as Attributes // the same names and values as before
}

/** Shorthands of the column types in use. */
export const text = (length: number) => ({ type: DataTypes.STRING(length), allowNull: false })
export const optionalText = (length: number) => ({ type: DataTypes.STRING(length), allowNull: true })
export const longText = { type: DataTypes.TEXT, allowNull: false }
export const integer = { type: DataTypes.INTEGER, allowNull: false }
export const big = { type: DataTypes.BIGINT, allowNull: false }
export const optionalBig = { type: DataTypes.BIGINT, allowNull: true }
/** 0 or 1: the SQLite driver aborts on a bound boolean. */
export const flag = { type: DataTypes.TINYINT, allowNull: false }
/** What `searchable` makes of a record's texts: all of them folded, and the beginning of its name to sort by. */
export const searchColumns = {
  search: { type: DataTypes.STRING(700), allowNull: false },
  sortKey: { type: DataTypes.STRING(40), allowNull: false },
} satisfies ModelAttributes

export interface SearchColumns {
  search: string
  sortKey: string
}
/**
 * Exact decimals ("1234.5") as text on both databases: SQLite would turn a DECIMAL into a float. What is summed or sorted
 * in SQL has a whole number of minor units beside it.
 */
export const decimal = { type: DataTypes.STRING(40), allowNull: false }
