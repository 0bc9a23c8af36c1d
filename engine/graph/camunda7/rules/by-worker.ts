/** Stands in for what was refused, so that it is complained of once. */
export const refused = { type: 'refused' }

export const doneByWorker = (what: string): string =>
  `A job of this type, for a worker that does what the ${what} did.`
