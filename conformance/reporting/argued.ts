/** A case that this platform decides differently from the engine whose test it was, and why. */
export interface Argued {
  readonly case: string
  /** Of OMG BPMN 2.0.2 (formal/2013-12-09). */
  readonly section: string
  /** What the case expects, and what happens here. */
  readonly expected: string
  readonly ours: string
  readonly why: string
}

const ANOTHER_TOKEN = 'the boundary event leads on beside the activity, which goes on and completes too.'
const INTERRUPTED = 'the first event interrupts the activity; only the way from the boundary event is gone.'
const BOUNDARY_INTERRUPTS =
  'The boundary event of the model has no cancelActivity="false", so it interrupts: the remaining instances end and the normal flow is not taken. The expected trace needs a non-interrupting one.'

const boundaryOnMultiInstance = (id: string): Argued => ({
  case: id,
  section: '§10.3.8 (behavior of multi-instance activities), §13.5.3',
  expected: ANOTHER_TOKEN,
  ours: INTERRUPTED,
  why: BOUNDARY_INTERRUPTS,
})

/** Written by hand; a case that passes after all must be taken out, and the page says so. */
export const argued: readonly Argued[] = [
  {
    case: 'op-incl-joinaftersequentialmultiinstancesubprocess',
    section: '§13.3.7',
    expected: 'one instance of innerTask waits.',
    ours: 'two wait.',
    why: 'The model has a cardinality of 2 and no isSequential, whose default is false, so both instances are active at once. Only the test’s name says sequential; what it is about, that the join waits, holds.',
  },
  ...[
    'be-MultiInstance_OneBehavior',
    'be-MultiInstance_ComplexBehavior',
    'be-WCP09_Structured_Discriminator_MultiInstance',
    'be-WCP12_MultipleInstancesWithoutSynchronization',
  ].map(boundaryOnMultiInstance),
  {
    case: 'be-Timer_IntermediateTimeCycleEvent',
    section: '§13.5.2',
    expected: 'a timer cycle of four turns at an intermediate event leads on four times.',
    ours: 'it leads on once.',
    why: 'An intermediate event is entered by one token and left by one when it happens; it is over then.',
  },
  {
    case: 'ts-signal-consume',
    section: '§10.5.1, §13.5.3',
    expected: 'a signal caught by an event sub-process is not seen by a boundary event around it.',
    ours: 'both are told; the boundary event, which interrupts the whole, decides.',
    why: 'A signal is broadcast to all who wait for it. Only errors, escalations, cancels and compensations are handed outwards until somebody catches them.',
  },
  {
    case: 'ts-transaction-cancel-trigger-cancel-boundary',
    section: '§13.4.1',
    expected: 'the receive task on the other branch has been entered when the transaction is canceled.',
    ours: 'the cancel end event comes first.',
    why: 'Parallel branches are concurrent: which of them advances first is left open.',
  },
  {
    case: 'ts-compensation-error',
    section: '§13.3.1, §13.5.3',
    expected: 'both branches reach their error end event.',
    ours: 'the first error ends the sub-process before the other branch gets there.',
    why: 'Which of two concurrent tokens advances first is left open; an error that is caught interrupts the scope, so a second one need not be thrown.',
  },
  {
    case: 'ts-event-sub-process-multiple-starts',
    section: '§10.3.5 (event sub-processes)',
    expected: 'an event sub-process begins with either of two start events.',
    ours: 'it is refused at deployment.',
    why: 'An event sub-process must have one and only one start event.',
  },
  {
    case: 'sp-data-object-persistence',
    section: '§10.4.2',
    expected: 'what a task writes to a variable named like the data object does not change the data object.',
    ours: 'data objects are variables of their scope, one value under one name.',
    why: 'The standard knows no variables of a task beyond the inputs and outputs it declares, and the task in question declares none: that it has a variable of this name at all is the engine’s own notion, and so is where it goes. The associations of the model lead to a placeholder property or name no source.',
  },
]
