/** Pixels an arrow key moves the diagram by. */
const step = 60

export interface DiagramMove {
  /** Steps; negative makes it smaller. */
  readonly zoomBy?: number
  /** Pixels. */
  readonly scrollBy?: { readonly dx: number; readonly dy: number }
  readonly fitIn?: boolean
}

const moves = new Map<string, DiagramMove>([
  ['+', { zoomBy: 1 }],
  ['=', { zoomBy: 1 }],
  ['-', { zoomBy: -1 }],
  ['0', { fitIn: true }],
  ['ArrowLeft', { scrollBy: { dx: step, dy: 0 } }],
  ['ArrowRight', { scrollBy: { dx: -step, dy: 0 } }],
  ['ArrowUp', { scrollBy: { dx: 0, dy: step } }],
  ['ArrowDown', { scrollBy: { dx: 0, dy: -step } }],
])

interface Key {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** What a key does to the diagram; nothing for keys of the browser or the page. */
export const diagramKey = ({ key, ctrlKey, metaKey, altKey }: Key): DiagramMove =>
  ctrlKey || metaKey || altKey ? {} : (moves.get(key) ?? {})
