const focusable = 'input:not([type=hidden]), textarea, select, button, [tabindex]:not([tabindex="-1"])'

/** Moves the focus to the field with the id, or to what can take it inside; false when it is not on the page. */
export function focusField(id: string): boolean {
  const element = document.getElementById(id)
  const target = element?.matches(focusable) ? element : element?.querySelector<HTMLElement>(focusable)
  if (!target) return false
  target.focus()
  target.scrollIntoView({ block: 'center' })
  return true
}
