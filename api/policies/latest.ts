/** How far back each reason to see an instance is looked for in lists; one instance by its key is judged whole. */
export const LATEST = 2_000
