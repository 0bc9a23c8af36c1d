/** One thing of version 7 that a diagram says, and what it became. */
export interface Translation {
  /** Id of the element. */
  readonly element: string
  /** As it stands in the file, shortened: `camunda:assignee="${approver}"`. */
  readonly from: string
  /** As the zeebe namespace says it: `zeebe:assignmentDefinition assignee="=approver"`; '' when nothing is needed. */
  readonly to: string
  /** What is different now, or why nothing is needed; '' when it is the same. */
  readonly note: string
}
