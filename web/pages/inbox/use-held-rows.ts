import { type FocusEvent, useEffect, useState } from 'react'
import type { TaskRow } from '../../../api/contract/index.ts'
import { foldRows } from './fold-rows.ts'

/** Keeps rows from moving under the pointer and the focus; see foldRows. `hold` goes on the element around the rows. */
export function useHeldRows(current: readonly TaskRow[]) {
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const [base, setBase] = useState(current)
  const held = pointed || focused
  useEffect(() => {
    if (!held) setBase(current)
  }, [held, current])
  const folded = foldRows(base, current, held)
  return {
    ...folded,
    showFresh: () => setBase(current),
    hold: {
      onPointerEnter: () => setPointed(true),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      onBlur: (event: FocusEvent<HTMLElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false)
      },
    },
  }
}
