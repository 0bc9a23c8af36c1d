/** Ends the reading or translation of one expression; caught where it began and given back as a value. */
export class JuelStop extends Error {
  override readonly name = 'JuelStop'
}
