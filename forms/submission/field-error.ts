/** Every code a submitted value can be refused with; the web layer has a text `form.error.<code>` for each. */
export const fieldErrorCodes = [
  'required',
  'unknown_field',
  'dangerous_name',
  'not_an_object',
  'not_text',
  'text_too_large',
  'too_short',
  'too_long',
  'pattern_mismatch',
  'not_an_email',
  'not_a_phone_number',
  'not_a_number',
  'too_precise',
  'too_many_decimals',
  'too_small',
  'too_large',
  'not_a_step',
  'not_money',
  'not_a_currency',
  'wrong_currency',
  'not_a_date',
  'not_a_time',
  'not_a_date_time',
  'date_out_of_range',
  'date_passed',
  'not_a_boolean',
  'not_a_list',
  'not_an_option',
  'duplicate_option',
  'not_a_record_key',
  'not_rows',
  'not_a_row',
  'too_few_rows',
  'too_many_rows',
  'rows_fixed',
  'unknown_row',
  'duplicate_row',
  'outcome_required',
  'outcome_unknown',
  'outcome_unavailable',
] as const

export type FieldErrorCode = (typeof fieldErrorCodes)[number]

/** Why one value is refused, before it is known where it stands. */
export interface FieldFault {
  readonly code: FieldErrorCode
  /** What the text needs: `{ min: 1, got: 0 }`. */
  readonly params: Readonly<Record<string, string | number>>
}

/** Why a submission is refused, at which field: `items[2].quantity`, rows counted from 0. */
export interface FieldError extends FieldFault {
  readonly path: string
}

export const fault = (code: FieldErrorCode, params: FieldFault['params'] = {}): FieldFault => ({
  code,
  params,
})
