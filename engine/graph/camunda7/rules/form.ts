import type { Draft, Taken } from '../draft.ts'
import { hasJuel } from '../juel/juel-to-feel.ts'
import type { NodeDraft, Rule } from '../node-draft.ts'
import { generateForm } from './generate-form.ts'

const embeddedForm = 'camunda-forms:'

/** The form of a user task, or of the start event that people begin with. */
export const translateForm: Rule = (draft) => {
  const { node, own, atTop } = draft
  if (node.type !== 'UserTask' && node.type !== 'StartEvent') return
  const formData = own.takeElements('formData')[0]
  const others = ['formKey', 'formRef', 'formRefBinding', 'formRefVersion'].map((name) => own.take(name))
  const [formKey, formRef, binding, version] = others
  if (node.type === 'StartEvent' && (!atTop || node.events.length > 0)) {
    for (const unused of [formData, ...others])
      if (unused) own.drop(unused, 'This event begins by itself, nobody fills in a form.')
    return
  }
  if (version) own.refuse(version, 'names a version of a form by its number')
  if (formData) {
    if (formKey) own.drop(formKey, 'The fields of the form data are shown instead.')
    generateForm(formData, draft)
  } else if (formRef) referTo(formRef, binding, own)
  else if (formKey) external(formKey, draft)
}

function referTo(formRef: Taken, binding: Taken | undefined, own: Draft): void {
  if (hasJuel(formRef.value)) own.refuse(formRef, computes, byId)
  else own.put('formDefinition', { formId: formRef.value }, formRef)
  if (binding === undefined) return
  if (['latest', 'deployment'].includes(binding.value))
    own.put('formDefinition', { bindingType: binding.value }, binding)
  else own.refuse(binding, 'is no binding that forms have here', 'Use latest or deployment.')
}

const computes = 'computes which form is meant'
const byId = 'Name the form by its id.'

function external(formKey: Taken, { own }: NodeDraft): void {
  const { value } = formKey
  if (value.startsWith(embeddedForm))
    own.refuse(formKey, 'names a form by its file', 'Use camunda:formRef with the id of the form.')
  else if (hasJuel(value)) own.refuse(formKey, computes, byId)
  else own.put('formDefinition', { externalReference: value }, formKey, shownElsewhere)
}

const shownElsewhere = 'Other applications are told this reference; the platform itself shows no such form.'
