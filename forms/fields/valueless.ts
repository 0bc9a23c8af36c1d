import { ok } from '../../engine/result.ts'
import type { FieldType } from './field-type.ts'
import type { FieldKind } from './settings-by-kind.ts'

/** A kind that holds no value: it only shows, arranges or acts. */
export const valueless = <Kind extends FieldKind>(
  kind: Kind,
  parse: FieldType<Kind>['parse'],
): FieldType<Kind> => ({
  kind,
  holdsValue: false,
  parse,
  empty: null,
  isMissing: () => false,
  normalise: () => ok(null),
  validate: () => [],
  display: () => '',
})
