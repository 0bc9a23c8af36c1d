import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useFormat } from '../format/use-format.ts'
import { diagramKey } from './diagram-key.ts'
import { fitIn } from './fit-in.ts'
import type { Marks } from './marks.ts'
import { type DiagramViewer, type Names, openViewer } from './open-viewer.ts'
import { showMarks } from './show-marks.ts'
import { useAwaitsText } from './use-awaits-text.ts'

interface Shown {
  readonly xml: string
  readonly names: Names
  readonly marks: Marks
  readonly pointed: string | null
  /** Which keys move and zoom the diagram. */
  readonly keys: string
}

/** Pixels that a note of three lines under an element takes. */
const ROOM_FOR_NOTES = 64

/** The viewer in the container, for as long as the component is on the page. */
export function useViewer(
  container: RefObject<HTMLDivElement | null>,
  { xml, names, marks, pointed, keys }: Shown,
) {
  const format = useFormat()
  const awaitsData = useAwaitsText()
  const [viewer, setViewer] = useState<DiagramViewer | null>(null)
  const [failed, setFailed] = useState(false)
  const moved = useRef(false)

  useEffect(() => {
    const element = container.current
    if (element === null) return
    let current: DiagramViewer | null = null
    let left = false
    setFailed(false)
    openViewer(element, xml, names).then(
      (opened) => {
        if (left) return opened.destroy()
        current = opened
        setViewer(opened)
      },
      () => setFailed(!left),
    )
    return () => {
      left = true
      current?.destroy()
      setViewer(null)
      element.replaceChildren()
    }
  }, [container, xml, names])

  useEffect(() => {
    // The drawing itself takes the focus; it says what can be done with it.
    if (viewer) container.current?.querySelector('svg[tabindex]')?.setAttribute('aria-label', keys)
  }, [viewer, container, keys])

  const below = marks.awaitedData.size > 0 ? ROOM_FOR_NOTES : 0

  useEffect(() => {
    if (viewer) showMarks(viewer, marks, { count: format.number, awaitsData })
  }, [viewer, marks, format, awaitsData])

  useEffect(() => {
    if (!viewer || pointed === null || !viewer.elements.get(pointed)) return
    viewer.canvas.scrollToElement(pointed, 60)
    viewer.canvas.addMarker(pointed, 'kartabl-pointed')
    return () => viewer.elements.get(pointed) && viewer.canvas.removeMarker(pointed, 'kartabl-pointed')
  }, [viewer, pointed])

  useEffect(() => {
    if (!viewer || container.current === null) return
    const element = container.current
    const observer = new ResizeObserver(() => {
      viewer.canvas.resized()
      if (!moved.current) fitIn(viewer.canvas, element, below)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [viewer, container, below])

  const zoom = (steps: number) => {
    moved.current = true
    viewer?.zoomScroll.stepZoom(steps)
  }
  const showWhole = () => {
    moved.current = false
    if (viewer && container.current) fitIn(viewer.canvas, container.current, below)
  }
  const scroll = (dx: number, dy: number) => {
    moved.current = true
    viewer?.canvas.scroll({ dx, dy })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const move = diagramKey(event)
    if (Object.keys(move).length === 0) return
    event.preventDefault()
    if (move.fitIn) showWhole()
    if (move.zoomBy !== undefined) zoom(move.zoomBy)
    if (move.scrollBy !== undefined) scroll(move.scrollBy.dx, move.scrollBy.dy)
  }
  const focus = {
    onFocus: () => viewer?.zoomScroll.toggle(true),
    onBlur: () => viewer?.zoomScroll.toggle(false),
  }
  return {
    state: failed ? 'failed' : viewer ? 'shown' : 'loading',
    zoom,
    showWhole,
    onKeyDown,
    focus,
  } as const
}
