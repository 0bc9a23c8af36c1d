import { diagram } from '../../engine/testing/diagram.ts'

export const GROUP = 'sales'

const candidateGroups = GROUP

/** Two tasks side by side, a third after both, and round again as long as it is asked for: tokens are easily counted. */
export const orderProcess: string = diagram('order')
  .start()
  .exclusive('begin')
  .parallel('fork')
  .userTask('price', { candidateGroups })
  .parallel('join')
  .userTask('decide', { candidateGroups })
  .exclusive('again')
  .from('again', { when: '=more' })
  .to('begin')
  .from('again', { isDefault: true })
  .end()
  .from('fork')
  .userTask('stock', { candidateGroups })
  .to('join')
  .toXml()

/** Where tokens may rest in a waiting instance of it: ids of open tasks, and the number of tokens held at the join. */
export const restsWell = (openTasks: readonly string[], held: number): boolean => {
  const resting = openTasks.join(' ')
  if (resting === 'decide' || resting === 'price stock') return held === 0
  return (resting === 'price' || resting === 'stock') && held === 1
}
