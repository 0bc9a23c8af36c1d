/** Models drawn for a property. `npm run test:long` raises it with KARTABL_MODELS. */
const ASKED = process.env.KARTABL_MODELS

/**
 * How often fast-check draws, and from which seed: KARTABL_SEED, else one of the moment. A long run says its seed, so that
 * it can be told and done again; of a short one fast-check says it when something fails.
 */
export function randomRuns(usual: number): { readonly numRuns: number; readonly seed: number } {
  const numRuns = Number(ASKED ?? usual)
  const seed = Number(process.env.KARTABL_SEED ?? Date.now() % 0x7fffffff)
  if (ASKED) process.stdout.write(`${expect.getState().currentTestName}: ${numRuns} models, seed ${seed}\n`)
  return { numRuns, seed }
}

/** Milliseconds for a property: on a busy machine a model takes a twentieth of a second. */
export const patience = (usual: number): number => 30_000 + 200 * Number(ASKED ?? usual)
