import type { KeyboardEvent } from 'react'

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }

/** Arrows, J and K, Home and End move the focus from link to link of a list; Enter follows the link by itself. */
export function moveInList(event: KeyboardEvent, list: HTMLElement | null): void {
  if (list === null || event.ctrlKey || event.metaKey || event.altKey) return
  const links = [...list.querySelectorAll<HTMLElement>('a[href]')]
  const at = links.findIndex((link) => link.matches(':focus'))
  const next = placeAfter(event.key, at, links.length)
  if (at < 0 || next === null) return
  event.preventDefault()
  links[next]?.focus()
}

/** Where a key leads in a list; null when the key means something else. */
export function placeAfter(key: string, at: number, length: number): number | null {
  if (key === 'Home') return 0
  if (key === 'End') return length - 1
  const step = steps[key]
  return step === undefined ? null : Math.min(Math.max(at + step, 0), length - 1)
}
