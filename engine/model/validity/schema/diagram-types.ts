/** Diagram interchange: what is drawn where. §12. Notation: see schema-text.ts. */
export const diagramTypes = `
DiagramElement abstract foreign
  @id:ID
  extension:Anything?
Diagram abstract
  @name:string @documentation:string @resolution:double @id:ID
Style abstract
  @id:ID
Node < DiagramElement abstract
Edge < DiagramElement abstract
  waypoint:Point{2,}
LabeledEdge < Edge abstract
Shape < Node abstract
  Bounds
LabeledShape < Shape abstract
Label < Node abstract
  Bounds?
Plane < Node abstract
  DiagramElement*
Anything open
BPMNDiagram < Diagram
  BPMNPlane BPMNLabelStyle*
BPMNPlane < Plane
  @bpmnElement:ref(tBaseElement)
BPMNShape < LabeledShape
  @bpmnElement:ref(tBaseElement) @isHorizontal:boolean @isExpanded:boolean @isMarkerVisible:boolean
  @isMessageVisible:boolean @choreographyActivityShape:ref(BPMNShape)
  @participantBandKind:{top_initiating|middle_initiating|bottom_initiating|top_non_initiating|middle_non_initiating|bottom_non_initiating}
  BPMNLabel?
BPMNEdge < LabeledEdge
  @bpmnElement:ref(tBaseElement) @sourceElement:ref(DiagramElement) @targetElement:ref(DiagramElement)
  @messageVisibleKind:{initiating|non_initiating}
  BPMNLabel?
BPMNLabel < Label
  @labelStyle:ref(BPMNLabelStyle)
BPMNLabelStyle < Style
  Font
Font
  @name:string @size:double @isBold:boolean @isItalic:boolean @isUnderline:boolean @isStrikeThrough:boolean
Point
  @x!:double @y!:double
Bounds
  @x!:double @y!:double @width!:double @height!:double
`
