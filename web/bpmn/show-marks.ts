import type { Marks } from './marks.ts'
import type { DiagramViewer } from './open-viewer.ts'

const overlayType = 'kartabl-count'

/** In the person's language. */
export interface MarkTexts {
  readonly count: (count: number) => string
  readonly awaitsData: (oneOf: readonly (readonly string[])[]) => string
}

/** Draws the marks anew; what was drawn before is taken away. */
export function showMarks(
  { canvas, overlays, elements }: DiagramViewer,
  marks: Marks,
  texts: MarkTexts,
): void {
  overlays.remove({ type: overlayType })
  for (const { id, width = 0 } of elements.getAll()) {
    mark(id, 'kartabl-taken', marks.taken.has(id))
    mark(id, 'kartabl-completed', marks.completed.has(id))
    const here = marks.tokens.get(id)
    mark(id, 'kartabl-here', here !== undefined && here.active > 0)
    mark(id, 'kartabl-stuck', here !== undefined && here.incidents > 0)
    if (here) badges(id, here)
    const awaited = marks.awaitedData.get(id)
    mark(id, 'kartabl-waits', awaited !== undefined)
    if (awaited) note(id, width / 2, texts.awaitsData(awaited))
  }

  function mark(id: string, marker: string, wanted: boolean) {
    if (wanted) canvas.addMarker(id, marker)
    else canvas.removeMarker(id, marker)
  }
  function badges(id: string, { active, incidents }: { active: number; incidents: number }) {
    const pills = [
      ...(active > 0 ? [pill('kartabl-token', texts.count(active))] : []),
      ...(incidents > 0 ? [pill('kartabl-incident', `! ${texts.count(incidents)}`)] : []),
    ]
    if (pills.length > 0) overlay(id, { top: 0, left: 0 }, 'kartabl-badges', pills)
  }
  /** Under the middle of the element. */
  function note(id: string, middle: number, text: string) {
    overlay(id, { bottom: 0, left: middle }, 'kartabl-notes', [pill('kartabl-note', text)])
  }
  function overlay(id: string, position: object, className: string, content: readonly HTMLElement[]) {
    const html = document.createElement('div')
    html.className = className
    // The outline beside the picture says the same to those who cannot see it.
    html.setAttribute('aria-hidden', 'true')
    html.append(...content)
    // Badges keep their size when the diagram shrinks: they are readable at any zoom.
    overlays.add(id, overlayType, { position, html, scale: { min: 1 } })
  }
}

function pill(className: string, text: string): HTMLElement {
  const element = document.createElement('span')
  element.className = className
  element.textContent = text
  return element
}
