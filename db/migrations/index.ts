import type { Sequelize } from 'sequelize'
import { createEngineTables } from './0001-engine.ts'
import { createPeople } from './0002-people.ts'
import { createPartiesAndProducts } from './0003-parties-and-products.ts'
import { createOpportunities } from './0004-opportunities.ts'
import { createSnapshots } from './0005-snapshots.ts'
import { createOperations } from './0006-operations.ts'
import { createCalendars } from './0007-calendars.ts'
import { addUserTasks } from './0008-user-tasks.ts'
import { addTriggers } from './0009-triggers.ts'
import { createOffers } from './0010-offers.ts'
import { createInbox } from './0011-inbox.ts'
import { indexDelegatedTasks } from './0012-delegated-tasks.ts'
import { indexFollowUpsOfDefinitions } from './0013-follow-ups-of-definitions.ts'
import { createCountsByPool } from './0014-counts-by-pool.ts'

/** One numbered step of the schema. Every statement of `up` can run again: a kill may come between any two. */
export interface Migration {
  readonly name: string
  up(sequelize: Sequelize): Promise<void>
}

/** All of them, in order. Listed by hand, because the server is one bundled file. Released ones never change. */
export const migrations: readonly Migration[] = [
  { name: '0001-engine', up: createEngineTables },
  { name: '0002-people', up: createPeople },
  { name: '0003-parties-and-products', up: createPartiesAndProducts },
  { name: '0004-opportunities', up: createOpportunities },
  { name: '0005-snapshots', up: createSnapshots },
  { name: '0006-operations', up: createOperations },
  { name: '0007-calendars', up: createCalendars },
  { name: '0008-user-tasks', up: addUserTasks },
  { name: '0009-triggers', up: addTriggers },
  { name: '0010-offers', up: createOffers },
  { name: '0011-inbox', up: createInbox },
  { name: '0012-delegated-tasks', up: indexDelegatedTasks },
  { name: '0013-follow-ups-of-definitions', up: indexFollowUpsOfDefinitions },
  { name: '0014-counts-by-pool', up: createCountsByPool },
]
