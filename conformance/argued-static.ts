/** Verdicts that differ from what a pack expects, by the model's id: why ours stands, with the standard's section. */
export const argued: ReadonlyMap<string, string> = new Map([
  [
    'sv-002-success_import',
    'BPMN 2.0.2 §8.2.2: the file it imports, import.bpmn, is not in the pack. 001/Fail.bpmn says the same and is to be refused ' +
      'for it. With the file beside it, it is valid.',
  ],
])
