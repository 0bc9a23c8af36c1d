import type { Canvas } from './diagram-services.ts'

/** Of the diagram's size, on each side: lines and words at its edge need a little around them. */
const MARGIN = 0.025

/**
 * Shows the whole diagram. A container without a size, as on a page that is being left, has no scale to fit.
 *
 * @param below pixels that what hangs under the lowest elements needs; it does not shrink with the diagram
 */
export function fitIn(canvas: Canvas, { clientWidth, clientHeight }: HTMLElement, below: number): void {
  if (clientWidth === 0 || clientHeight === 0) return
  const scale = canvas.zoom('fit-viewport', 'auto')
  const { x, y, width, height, inner } = canvas.viewbox()
  const margin = scale < 1 ? MARGIN : 0
  const free = y + height * (1 + margin) - (inner.y + inner.height)
  const missing = Math.max(0, below / scale - free)
  if (margin === 0 && missing === 0) return
  const growth = 1 + 2 * margin + missing / height
  // It grows to the bottom by what is missing there, and to both sides alike.
  canvas.viewbox({
    x: x - (width * (growth - 1)) / 2,
    y: y - height * margin,
    width: width * growth,
    height: height * growth,
  })
}
