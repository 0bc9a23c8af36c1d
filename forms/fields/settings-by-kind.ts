import type { ButtonSettings } from './button.ts'
import type { DatetimeSettings } from './datetime.ts'
import type { GridSettings } from './grid.ts'
import type { GroupSettings } from './group.ts'
import type { LookupSettings } from './lookup.ts'
import type { MoneySettings } from './money.ts'
import type { NumberSettings } from './number.ts'
import type { OptionSettings } from './option.ts'
import type { TableSettings } from './table.ts'
import type { TextInputSettings } from './text-input.ts'

/** What each kind of field reads from its part of the schema. */
export interface SettingsByKind {
  textfield: TextInputSettings
  textarea: TextInputSettings
  number: NumberSettings
  money: MoneySettings
  datetime: DatetimeSettings
  select: OptionSettings
  radio: OptionSettings
  checkbox: null
  checklist: OptionSettings
  taglist: OptionSettings
  lookup: LookupSettings
  grid: GridSettings
  group: GroupSettings
  table: TableSettings
  text: null
  button: ButtonSettings
}

export type FieldKind = keyof SettingsByKind
