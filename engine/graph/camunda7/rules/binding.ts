import type { Draft } from '../draft.ts'

/** `camunda:decisionRefBinding`, `…Version`, `…VersionTag` → bindingType and versionTag of the extension. */
export function translateBinding(extension: string, prefix: string, own: Draft): void {
  const binding = own.take(`${prefix}Binding`)
  const version = own.take(`${prefix}Version`)
  const versionTag = own.take(`${prefix}VersionTag`)
  const tenant = own.take(`${prefix}TenantId`)
  if (tenant) own.refuse(tenant, 'names a tenant; there is one only')
  if (version)
    own.refuse(
      version,
      'names a version by its number',
      'Give the version a tag and use the binding versionTag.',
    )
  if (versionTag) own.put(extension, { versionTag: versionTag.value }, versionTag)
  if (binding === undefined) return
  if (['latest', 'deployment', 'versionTag'].includes(binding.value))
    own.put(extension, { bindingType: binding.value }, binding)
  else if (binding.value !== 'version') own.refuse(binding, 'is an unknown binding')
}
