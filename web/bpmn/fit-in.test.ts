import type { Box, Canvas } from './diagram-services.ts'
import { fitIn } from './fit-in.ts'

/** A canvas of 400 × 200 pixels that shows a diagram, as large as it fits and never larger than it is. */
function fitted(inner: Box, below: number) {
  const scale = Math.min(1, 400 / inner.width, 200 / inner.height)
  const [width, height] = [400 / scale, 200 / scale]
  const seen = {
    width,
    height,
    x: inner.x - (width - inner.width) / 2,
    y: inner.y - (height - inner.height) / 2,
  }
  let shown: Box = seen
  const canvas = {
    zoom: () => scale,
    viewbox: (box?: Box) => {
      if (box !== undefined) shown = box
      return { ...seen, inner }
    },
  }
  // Only size and scale have a part in it.
  fitIn(canvas as unknown as Canvas, { clientWidth: 400, clientHeight: 200 } as HTMLElement, below)
  const pixels = Math.min(400 / shown.width, 200 / shown.height)
  return { shown, below: (shown.y + shown.height - inner.y - inner.height) * pixels }
}

test('a small diagram stays as large as it is, in the middle', () => {
  expect(fitted({ x: 0, y: 0, width: 200, height: 100 }, 0).shown).toEqual({
    x: -100,
    y: -50,
    width: 400,
    height: 200,
  })
})

test('a large one has a little around it', () => {
  expect(fitted({ x: 0, y: 0, width: 800, height: 400 }, 0).shown).toEqual({
    x: expect.closeTo(-20),
    y: -10,
    width: 840,
    height: 420,
  })
})

test.each([
  ['flat', { x: 0, y: 0, width: 800, height: 100 }],
  ['tall', { x: 0, y: 0, width: 800, height: 400 }],
  ['small', { x: 0, y: 0, width: 200, height: 190 }],
])('what hangs under a %s diagram has its room', (_, inner) => {
  expect(fitted(inner, 60).below).toBeGreaterThan(45)
})
