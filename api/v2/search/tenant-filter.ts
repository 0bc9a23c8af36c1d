import type { Condition } from '../../../engine/ports/store.ts'
import { DEFAULT_TENANT } from '../../contract/v2/key.ts'
import { nothing } from './conditions.ts'
import { matches } from './matches.ts'
import { operatorsOf } from './operators.ts'

type Filter = Parameters<typeof operatorsOf>[0] | undefined

/** A filter on something that is the same for every row: all pass or none. */
export const onConstant = <Row extends { key: number }>(
  filter: Filter | null,
  value: string | number | null,
): Condition<Row>[] =>
  filter === undefined || filter === null || matches(operatorsOf(filter), value) ? [] : [nothing<Row>()]

/** Everything belongs to the one tenant. */
export const ofTenant = <Row extends { key: number }>(filter: Filter): Condition<Row>[] =>
  onConstant(filter, DEFAULT_TENANT)
