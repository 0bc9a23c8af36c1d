/** The form language of Kartabl; README.md explains its terms. This is the folder's only door. */
export { currencyDigits, isCurrencyCode } from './decimal/currency-digits.ts'
export {
  addDecimal,
  compareDecimal,
  type Decimal,
  formatDecimal,
  multiplyDecimal,
  parseDecimal,
  rescaleDecimal,
} from './decimal/decimal.ts'
export {
  addMoney,
  compareMoney,
  isMoney,
  type Money,
  type MoneyProblem,
  multiplyMoney,
  noMoney,
} from './decimal/money.ts'
export type { DatetimeSettings, DatetimeSubtype } from './fields/datetime.ts'
export { displayValue } from './fields/display-value.ts'
export type { FieldType } from './fields/field-type.ts'
export { type GridSettings, maximumGridRows } from './fields/grid.ts'
export { currencyOf, type MoneySettings } from './fields/money.ts'
export type { NumberSettings } from './fields/number.ts'
export { type Option, type OptionSettings, type OptionValue, optionsOf } from './fields/option.ts'
export type { FieldKind, SettingsByKind } from './fields/settings-by-kind.ts'
export { type TableColumn, type TableSettings, tableContent } from './fields/table.ts'
export { formState } from './form-state.ts'
export { initialValues, newRow } from './initial-values.ts'
export type { FieldContext, Lookup, Moment } from './rules/field-context.ts'
export type { FieldState, FieldStates } from './rules/field-state.ts'
export { type FormMoment, formContext, rowContext } from './rules/walk-form.ts'
export type { Field, FieldOf, Form, Outcome, RecordBinding } from './schema/form.ts'
export type { FormProblem, FormProblemCode } from './schema/form-problem.ts'
export { parseForm } from './schema/parse-form.ts'
export { valueFields } from './schema/value-fields.ts'
export type { ChosenRecord } from './submission/chosen-records.ts'
export { type FieldError, type FieldErrorCode, fieldErrorCodes } from './submission/field-error.ts'
export { readSubmission, type Submission, type SubmissionContext } from './submission/read-submission.ts'
export type { RecordValue } from './submission/stored-values.ts'
export { descriptionOf, labelOf } from './texts/label-of.ts'
export { localText } from './texts/local-text.ts'
export type { JsonObject, JsonValue } from './values/json-value.ts'
export { plainDigits } from './values/plain-digits.ts'
export { plainNumber } from './values/plain-number.ts'
export { pathText, type ValuePath, valueAt, withValueAt } from './values/value-path.ts'
