import { diagram } from '../../engine/testing/diagram.ts'
import { GROUP } from './order-process.ts'

/** So many that the instance is large until most of them have voted. */
const VOTERS = 400

/** A task for each of many, until enough have voted: its instances are too large for their row. */
export const votesProcess: string = diagram('votes')
  .start()
  .userTask('vote', {
    candidateGroups: GROUP,
    multiInstance: {
      inputCollection: '=for voter in 1..voters return voter',
      inputElement: 'voter',
      outputCollection: 'votes',
      outputElement: '=voter',
      completionCondition: '=enough',
    },
  })
  .end()
  .toXml()

export const votesVariables = { voters: VOTERS, enough: false }
