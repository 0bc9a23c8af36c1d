/** Reads a JSON column that holds an array of texts. */
export const textsOf = (json: string): string[] => JSON.parse(json) as string[] // a store wrote it from such an array

/** Reads a JSON column that holds texts by name. */
export const textsByNameOf = (json: string): Record<string, string> =>
  JSON.parse(json) as Record<string, string> // as above
