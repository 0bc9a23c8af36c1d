import { type JsonValue, noVariables, type Variables } from '../../engine/json.ts'
import type { Key } from '../../engine/key.ts'
import type { Command } from '../../engine/state/command.ts'
import type { StepFailure } from '../running/contender.ts'
import type { RunningEngine } from './running-engine.ts'

/** Who does everything here. */
export const BY = { by: 'conformance' } as const

/** Gives a command; the refusal as a failure of the step. */
export async function give(
  { engine }: RunningEngine,
  instance: Key,
  command: Command,
): Promise<StepFailure | null> {
  const done = await engine.execute(instance, command, BY)
  return done.ok ? null : rejected(done.error)
}

export const rejected = ({ code, message }: { code: string; message: string }): StepFailure => ({
  kind: 'rejected',
  message: `${code}: ${message}`,
})

export const inexpressible = (message: string): StepFailure => ({ kind: 'inexpressible', message })

/** As the engine keeps variables. */
export const own = (variables: { readonly [name: string]: JsonValue } = {}): Variables =>
  Object.assign(noVariables(), variables)
