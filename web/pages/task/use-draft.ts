import { useCallback, useEffect, useRef, useState } from 'react'
import type { Values } from '../../../api/contract/index.ts'
import { saveDraft } from '../../api/queries/tasks.ts'
import { type Draft, newerDraft, parseDraft } from './draft.ts'

/** After the last key, milliseconds: kept in this browser, kept on the server. */
const pauses = { here: 200, server: 1_500 }

/**
 * Keeps what is typed: in this browser at once, on the server a moment later, so that neither a reload nor a lost
 * connection nor another device loses it. `found` is what was there when the task was opened.
 */
export function useDraft(user: string, taskKey: string, fromServer: Draft | null) {
  const storageKey = `kartabl.draft.${user}.${taskKey}`
  const [found] = useState(() => newerDraft(parseDraft(localStorage.getItem(storageKey)), fromServer))
  const [kept, setKept] = useState(false)
  const latest = useRef<Values | null>(null)
  const timers = useRef<ReturnType<typeof setTimeout>[]>([])

  const keepHere = useCallback(() => {
    if (latest.current !== null) store(storageKey, latest.current)
  }, [storageKey])
  const stop = useCallback(() => {
    for (const timer of timers.current) clearTimeout(timer)
    timers.current = []
  }, [])

  const save = useCallback(
    (values: Values) => {
      latest.current = values
      setKept(false)
      stop()
      const keepThere = () =>
        // Without the server the browser's copy is enough; a task that is gone keeps no drafts.
        void saveDraft(taskKey, values).catch(() => null)
      const here = setTimeout(() => {
        keepHere()
        setKept(true)
      }, pauses.here)
      timers.current = [here, setTimeout(keepThere, pauses.server)]
    },
    [taskKey, keepHere, stop],
  )
  const discard = useCallback(() => {
    stop()
    latest.current = null
    localStorage.removeItem(storageKey)
  }, [storageKey, stop])

  useEffect(() => {
    window.addEventListener('pagehide', keepHere)
    return () => {
      window.removeEventListener('pagehide', keepHere)
      keepHere()
    }
  }, [keepHere])
  return { found, kept, save, discard }
}

function store(storageKey: string, values: Values): void {
  const draft: Draft = { values, savedAt: new Date().toISOString() }
  try {
    localStorage.setItem(storageKey, JSON.stringify(draft))
  } catch {
    // The browser's storage is full or forbidden: the server's copy remains.
  }
}
