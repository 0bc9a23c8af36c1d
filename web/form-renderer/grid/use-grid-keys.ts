import type { KeyboardEvent, RefObject } from 'react'
import { flushSync } from 'react-dom'
import { gridMove, needsKey } from './grid-move.ts'

interface GridKeys {
  readonly table: RefObject<HTMLElement | null>
  readonly rowCount: number
  readonly add: (() => void) | null
  readonly remove: ((row: number) => void) | null
}

/** Enter and arrows walk the column, Enter after the last row adds one, Ctrl+Delete removes the row. */
export function useGridKeys({ table, rowCount, add, remove }: GridKeys) {
  const focusCell = (row: number, column: number) => {
    const cell = table.current?.querySelector(`[data-row="${row}"][data-column="${column}"]`)
    const input = cell?.querySelector<HTMLElement>(
      'input:not([type=hidden]), textarea, select, [tabindex="0"]',
    )
    input?.focus()
    if (input instanceof HTMLInputElement) input.select()
    return input !== null && input !== undefined
  }
  const addRow = () => {
    if (add === null) return
    flushSync(add)
    focusCell(rowCount, 0)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event
    if (!(target instanceof HTMLElement)) return
    const cell = target.closest<HTMLElement>('[data-row]')
    if (cell === null || event.altKey || event.nativeEvent.isComposing) return
    const at = { row: Number(cell.dataset.row), column: Number(cell.dataset.column) }
    if (event.key === 'Delete' && (event.ctrlKey || event.metaKey) && remove) {
      event.preventDefault()
      flushSync(() => remove(at.row))
      focusCell(Math.min(at.row, rowCount - 2), at.column)
      return
    }
    if (event.ctrlKey || event.metaKey || needsKey(event.key, describe(target))) return
    const next = gridMove(event.key, at, event.shiftKey)
    if (next === null) return
    event.preventDefault()
    if (next.row < rowCount) focusCell(next.row, next.column)
    else if (event.key === 'Enter') addRow()
  }
  return { onKeyDown, addRow }
}

const describe = (element: HTMLElement) => ({
  tag: element.tagName,
  multiline: element.tagName === 'TEXTAREA',
  opensList: element.getAttribute('aria-haspopup') === 'listbox',
  listIsOpen: element.getAttribute('aria-expanded') === 'true',
  isChoice: element.getAttribute('aria-haspopup') === 'listbox' && element.matches(':read-only'),
})
