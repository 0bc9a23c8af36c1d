import type { Sequelize } from 'sequelize'
import { addIndex, dropIndex } from './add-index.ts'

/** Tasks to be followed up later are taken off the counts of their definitions, which their index must know for that. */
export async function indexFollowUpsOfDefinitions(sequelize: Sequelize): Promise<void> {
  const moments = ['candidate', 'taken', 'follow_up_at']
  await addIndex(sequelize, 'task_candidacies', [...moments, 'definition'], 'follow_up_at > 0')
  await dropIndex(sequelize, 'task_candidacies', moments)
}
