import { useEffect } from 'react'

/** Names the page in the browser's tab and history. Nothing until the name is known. */
export function usePageTitle(title: string | null | undefined) {
  useEffect(() => {
    if (title) document.title = `${title} · Kartabl`
  }, [title])
}
