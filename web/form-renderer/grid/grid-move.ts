export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** Where a key leads from a cell: Enter and the arrows go up and down a column. `row` may be one after the last. */
export function gridMove(key: string, at: CellPlace, shift: boolean): CellPlace | null {
  switch (key) {
    case 'Enter':
      return { ...at, row: at.row + (shift ? -1 : 1) }
    case 'ArrowDown':
      return { ...at, row: at.row + 1 }
    case 'ArrowUp':
      return { ...at, row: at.row - 1 }
    default:
      return null
  }
}

/** What is said by the element that has the focus: whether it needs the key for itself. */
export interface CellElement {
  readonly tag: string
  readonly multiline: boolean
  /** It opens a list (a choice, a look-up). */
  readonly opensList: boolean
  readonly listIsOpen: boolean
  /** Nothing is typed into it: a choice, whose list Enter opens. */
  readonly isChoice: boolean
}

/** Arrows belong to lists and to text of several lines, Enter to choices, to an open list and to buttons. */
export function needsKey(
  key: string,
  { tag, multiline, opensList, listIsOpen, isChoice }: CellElement,
): boolean {
  if (tag !== 'INPUT' && tag !== 'TEXTAREA') return true
  if (key === 'Enter') return listIsOpen || isChoice
  return opensList || multiline
}
