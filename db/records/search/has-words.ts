import { col, fn, Op, type WhereOptions, where } from 'sequelize'
import { searchWords } from './fold.ts'

/**
 * Condition: the record's search column has every word of `search`, in any order. INSTR and not LIKE: it has no
 * wild cards to escape and means the same on both databases.
 */
export function hasWords(search: string | undefined): WhereOptions {
  const words = searchWords(search)
  return { [Op.and]: words.map((word) => where(fn('INSTR', col('search'), word), Op.gt, 0)) }
}
