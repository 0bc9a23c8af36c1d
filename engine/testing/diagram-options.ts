/** What any element of a test diagram can have. Texts beginning with `=` are FEEL, as in the file. */
export interface ElementOptions {
  readonly name?: string
  readonly documentation?: string
  /** Source by target. */
  readonly inputs?: Readonly<Record<string, string>>
  readonly outputs?: Readonly<Record<string, string>>
  readonly properties?: Readonly<Record<string, string>>
  readonly multiInstance?: MultiInstanceOptions
  readonly standardLoop?: StandardLoopOptions
  /** XML attributes of the element itself, `{ isForCompensation: 'true' }`. */
  readonly attributes?: Readonly<Record<string, string>>
  /** Raw XML inside extensionElements. */
  readonly extensions?: string
  /** Raw XML inside the element. */
  readonly xml?: string
}

export interface MultiInstanceOptions {
  readonly sequential?: boolean
  readonly inputCollection?: string
  readonly inputElement?: string
  readonly outputCollection?: string
  readonly outputElement?: string
  readonly completionCondition?: string
  /** Instead of a collection. */
  readonly cardinality?: string
}

export interface StandardLoopOptions {
  readonly condition?: string
  readonly testBefore?: boolean
  readonly maximum?: number
}

export interface AdHocOptions extends ElementOptions {
  readonly sequential?: boolean
  /** false: what is still active is waited for. */
  readonly cancelRemaining?: boolean
  readonly completionCondition?: string
  /** FEEL list of ids that begin by themselves. */
  readonly activeElements?: string
}

export interface UserTaskOptions extends ElementOptions {
  readonly assignee?: string
  readonly candidateGroups?: string
  readonly candidateUsers?: string
  readonly dueDate?: string
  readonly followUpDate?: string
  readonly priority?: string
  readonly formId?: string
}

export interface JobOptions extends ElementOptions {
  readonly retries?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface CallOptions extends ElementOptions {
  readonly propagateAllParentVariables?: boolean
  readonly propagateAllChildVariables?: boolean
  readonly bindingType?: string
  readonly versionTag?: string
}

/** What triggers an event; `{}` is a none event. */
export interface TriggerOptions {
  /** Message name. */
  readonly message?: string
  /** Its correlation key, `=orderId`. */
  readonly key?: string
  readonly date?: string
  readonly duration?: string
  readonly cycle?: string
  /** Error code; true catches every code. */
  readonly error?: string | true
  readonly terminate?: boolean
  /** Signal name. */
  readonly signal?: string
  /** Escalation code; true for an escalation without a code, which catches every one. */
  readonly escalation?: string | true
  /** FEEL condition, `=amount > 100`. */
  readonly condition?: string
  readonly link?: string
  /** What is undone: an activity, or all of the scope (true). */
  readonly compensate?: string | true
  readonly cancel?: boolean
  /** Several triggers; all of them are needed when `parallel` is set. */
  readonly several?: readonly TriggerOptions[]
  readonly parallel?: boolean
  /** false: a boundary event or event sub-process start that does not interrupt. */
  readonly interrupting?: boolean
}

export interface EventOptions extends ElementOptions, TriggerOptions {
  /** Form of a start event. */
  readonly formId?: string
}

/** How a message is thrown: by a worker of `type`, or published by the engine. */
export interface ThrowOptions extends JobOptions, Omit<TriggerOptions, 'key' | 'interrupting'> {
  readonly type?: string
  readonly message?: string
  /** Correlation key of the published message. */
  readonly key?: string
  readonly messageId?: string
  readonly timeToLive?: string
}

/** By the ids of correlation properties: paths by the names of messages. */
export type RetrievalOptions = Readonly<Record<string, Readonly<Record<string, string>>>>

export interface FlowOptions {
  /** FEEL condition, `=amount > 100`. */
  readonly when?: string
  /** Makes it the default flow of the element it leaves. */
  readonly isDefault?: boolean
  /** `source-target` unless given. */
  readonly id?: string
  readonly name?: string
}
