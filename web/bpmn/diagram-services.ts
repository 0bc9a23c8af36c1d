export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The few services of the viewer that we use, by the shape of what we use of them. */
export interface Canvas {
  zoom(level: number | 'fit-viewport', center?: 'auto' | { x: number; y: number }): number
  /** The part of the diagram that is in sight; `inner`: all that is drawn. */
  viewbox(): Box & { readonly inner: Box }
  viewbox(box: Box): void
  resized(): void
  scroll(delta: { dx: number; dy: number }): void
  addMarker(element: string, marker: string): void
  removeMarker(element: string, marker: string): void
  scrollToElement(element: string, padding?: number): void
}

export interface Overlays {
  add(element: string, type: string, overlay: object): string
  remove(filter: { type: string }): void
}

export interface DiagramElement {
  readonly id: string
  /** Of what has a shape; lines have none. */
  readonly width?: number
  readonly businessObject: { id: string; name?: string }
}

export interface ElementRegistry {
  get(id: string): DiagramElement | undefined
  getAll(): DiagramElement[]
}

export interface EventBus {
  fire(event: string, context: object): void
}

export interface ZoomScroll {
  toggle(enabled: boolean): void
  stepZoom(steps: number): void
}
