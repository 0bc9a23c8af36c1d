import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import 'bpmn-js/dist/assets/diagram-js.css'
import 'bpmn-js/dist/assets/bpmn-js.css'
import type {
  Canvas,
  DiagramElement,
  ElementRegistry,
  EventBus,
  Overlays,
  ZoomScroll,
} from './diagram-services.ts'
import { fitIn } from './fit-in.ts'

export type Names = ReadonlyMap<string, string>

/** A diagram on the page. */
export interface DiagramViewer {
  readonly canvas: Canvas
  readonly overlays: Overlays
  readonly elements: ElementRegistry
  readonly zoomScroll: ZoomScroll
  destroy(): void
}

/**
 * Draws the diagram into the container. `names` are the elements' names in the person's language. Throws when the XML
 * is no diagram that can be drawn.
 */
export async function openViewer(container: HTMLElement, xml: string, names: Names): Promise<DiagramViewer> {
  const fontFamily = getComputedStyle(document.body).fontFamily
  await document.fonts.ready
  const viewer = new NavigatedViewer({
    container,
    // The page scrolls under the pointer; the wheel is the diagram's once it has the focus.
    zoomScroll: { enabled: false },
    // The words are measured before they are drawn: by the same font.
    textRenderer: { defaultStyle: { fontFamily }, externalStyle: { fontFamily } },
    bpmnRenderer: {
      defaultFillColor: 'var(--diagram-fill)',
      defaultStrokeColor: 'var(--diagram-stroke)',
      defaultLabelColor: 'var(--diagram-label)',
    },
  })
  await viewer.importXML(xml)
  // Services are found by name; their types are those of diagram-services.ts.
  const service = <T>(name: string): T => viewer.get(name) as T
  const elements = service<ElementRegistry>('elementRegistry')
  rename(elements, service<EventBus>('eventBus'), names)
  const canvas = service<Canvas>('canvas')
  fitIn(canvas, container, 0)
  return {
    canvas,
    elements,
    overlays: service<Overlays>('overlays'),
    zoomScroll: service<ZoomScroll>('zoomScroll'),
    destroy: () => viewer.destroy(),
  }
}

function rename(elements: ElementRegistry, eventBus: EventBus, names: Names): void {
  const renamed: DiagramElement[] = elements
    .getAll()
    .filter(({ businessObject }) => names.has(businessObject.id))
  for (const { businessObject } of renamed) businessObject.name = names.get(businessObject.id) ?? ''
  if (renamed.length > 0) eventBus.fire('elements.changed', { elements: renamed })
}
