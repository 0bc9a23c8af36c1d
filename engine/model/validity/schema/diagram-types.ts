/**
 * Diagram interchange: what is drawn where. §12. What a drawing refers to is not judged: a shape of what is no longer there
 * says nothing wrong about the model, and tools let edges connect elements as often as shapes. Notation: see schema-text.ts.
 */
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
  @bpmnElement:ref()
BPMNShape < LabeledShape
  @bpmnElement:ref() @isHorizontal:boolean @isExpanded:boolean @isMarkerVisible:boolean
  @isMessageVisible:boolean @choreographyActivityShape:ref()
  @participantBandKind:{top_initiating|middle_initiating|bottom_initiating|top_non_initiating|middle_non_initiating|bottom_non_initiating}
  BPMNLabel?
BPMNEdge < LabeledEdge
  @bpmnElement:ref() @sourceElement:ref() @targetElement:ref()
  @messageVisibleKind:{initiating|non_initiating}
  BPMNLabel?
BPMNLabel < Label
  @labelStyle:ref()
BPMNLabelStyle < Style
  Font
Font
  @name:string @size:double @isBold:boolean @isItalic:boolean @isUnderline:boolean @isStrikeThrough:boolean
Point
  @x!:double @y!:double
Bounds
  @x!:double @y!:double @width!:double @height!:double
`
