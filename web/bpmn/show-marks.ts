import type { Marks } from './marks.ts'
import type { DiagramViewer } from './open-viewer.ts'

const overlayType = 'kartabl-count'

/** Draws the marks anew; what was drawn before is taken away. `number` writes a count in the person's digits. */
export function showMarks(
  { canvas, overlays, elements }: DiagramViewer,
  marks: Marks,
  number: (count: number) => string,
): void {
  overlays.remove({ type: overlayType })
  for (const { id } of elements.getAll()) {
    mark(id, 'kartabl-taken', marks.taken.has(id))
    mark(id, 'kartabl-completed', marks.completed.has(id))
    const here = marks.tokens.get(id)
    mark(id, 'kartabl-here', here !== undefined && here.active > 0)
    mark(id, 'kartabl-stuck', here !== undefined && here.incidents > 0)
    if (here) badge(id, here)
  }

  function mark(id: string, marker: string, wanted: boolean) {
    if (wanted) canvas.addMarker(id, marker)
    else canvas.removeMarker(id, marker)
  }
  function badge(id: string, { active, incidents }: { active: number; incidents: number }) {
    const html = document.createElement('div')
    html.className = 'kartabl-badges'
    // The outline beside the picture says the same to those who cannot see it.
    html.setAttribute('aria-hidden', 'true')
    if (active > 0) html.append(pill('kartabl-token', number(active)))
    if (incidents > 0) html.append(pill('kartabl-incident', `! ${number(incidents)}`))
    if (html.childElementCount === 0) return
    // Badges keep their size when the diagram shrinks: they are readable at any zoom.
    overlays.add(id, overlayType, { position: { top: 0, left: 0 }, html, scale: { min: 1 } })
  }
}

function pill(className: string, text: string): HTMLElement {
  const element = document.createElement('span')
  element.className = className
  element.textContent = text
  return element
}
