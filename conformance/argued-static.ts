/** Verdicts that differ from what a pack expects, by the model's id: why ours stands, with the standard's section. */
export const argued: ReadonlyMap<string, string> = new Map([])
