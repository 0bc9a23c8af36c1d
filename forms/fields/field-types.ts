import { button } from './button.ts'
import { checkbox } from './checkbox.ts'
import { checklist } from './checklist.ts'
import { datetime } from './datetime.ts'
import type { FieldType } from './field-type.ts'
import { grid } from './grid.ts'
import { group } from './group.ts'
import { lookup } from './lookup.ts'
import { money } from './money.ts'
import { number } from './number.ts'
import { radio } from './radio.ts'
import { select } from './select.ts'
import type { FieldKind } from './settings-by-kind.ts'
import { table } from './table.ts'
import { taglist } from './taglist.ts'
import { text } from './text.ts'
import { textarea } from './textarea.ts'
import { textfield } from './textfield.ts'

/** Every kind of field; a new kind is a file beside these and a line here and in `settings-by-kind.ts`. */
export const fieldTypes: { readonly [Kind in FieldKind]: FieldType<Kind> } = {
  textfield,
  textarea,
  number,
  money,
  datetime,
  select,
  radio,
  checkbox,
  checklist,
  taglist,
  lookup,
  grid,
  group,
  table,
  text,
  button,
}
