export const formProblemCodes = [
  'not_a_form',
  'form_too_deep',
  'form_too_large',
  'field_malformed',
  'field_type_unknown',
  'field_type_not_supported',
  'field_kind_unknown',
  'field_kind_misplaced',
  'key_missing',
  'key_invalid',
  'key_dangerous',
  'key_duplicate',
  'key_overlaps',
  'key_reserved',
  'id_duplicate',
  'expression_broken',
  'template_not_supported',
  'setting_invalid',
  'pattern_broken',
  'option_duplicate',
  'default_invalid',
  'grid_nested',
  'row_key_missing',
  'row_key_is_column',
  'outcome_duplicate',
  'requires_unknown_field',
  'record_binding_invalid',
] as const

export type FormProblemCode = (typeof formProblemCodes)[number]

/** Why a form cannot be deployed: which field, what is wrong with it, and what to do. */
export interface FormProblem {
  readonly code: FormProblemCode
  /** The field's key or id; '' for the form itself. */
  readonly field: string
  /** What was expected and what is there. */
  readonly cause: string
  readonly remedy: string
}
