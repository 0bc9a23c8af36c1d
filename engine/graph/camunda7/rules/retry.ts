import type { Rule } from '../node-draft.ts'

/** camunda:failedJobRetryTimeCycle → retries of the job; the pause is told to the worker. */
export const translateRetry: Rule = ({ own, drafts }) => {
  for (const draft of drafts) {
    for (const taken of draft.takeElements('failedJobRetryTimeCycle')) {
      if (!own.hasMade('taskDefinition')) draft.drop(taken, 'Nothing here is a job that could fail.')
      else {
        const plan = readPlan(taken.value)
        if (plan === null) return draft.refuse(taken, `has the value "${taken.value}", which is no R3/PT10M`)
        own.put('taskDefinition', { retries: String(plan.tries) }, taken, plan.pause && pauseNote)
        if (plan.pause !== '')
          own.addSilently('taskHeaders', 'header', { key: 'retryBackoff', value: plan.pause })
      }
    }
  }
}

const pauseNote = 'The worker is told the pause in the header retryBackoff and asks for it when it fails.'

/** `R5/PT10S`: five tries. `PT10M,PT20M`: a first try and one after each pause. */
function readPlan(text: string): { readonly tries: number; readonly pause: string } | null {
  const cycle = /^R(\d{1,4})\/(P\w+)$/.exec(text)
  if (cycle !== null && Number(cycle[1]) > 0) return { tries: Number(cycle[1]), pause: cycle[2]! }
  const pauses = text.split(',').map((pause) => pause.trim())
  return pauses.every((pause) => /^P\w+$/.test(pause))
    ? { tries: pauses.length + 1, pause: pauses.join(',') }
    : null
}
