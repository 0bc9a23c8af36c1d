import type { Canvas } from './diagram-services.ts'

/** Of the diagram's size, on each side: lines and words at its edge need a little around them. */
const MARGIN = 0.025

/** Shows the whole diagram. A container without a size, as on a page that is being left, has no scale to fit. */
export function fitIn(canvas: Canvas, { clientWidth, clientHeight }: HTMLElement): void {
  if (clientWidth === 0 || clientHeight === 0) return
  if (canvas.zoom('fit-viewport', 'auto') >= 1) return
  const { x, y, width, height } = canvas.viewbox()
  canvas.viewbox({
    x: x - width * MARGIN,
    y: y - height * MARGIN,
    width: width * (1 + 2 * MARGIN),
    height: height * (1 + 2 * MARGIN),
  })
}
