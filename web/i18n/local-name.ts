/** What the server names: one text for all, and one for each language it is translated to. */
export interface Named {
  readonly name: string
  readonly names?: Readonly<Record<string, string>> | undefined
}

/** The name in the language; the plain one, or `fallback` when even that is empty, for any other. */
export const localName = ({ name, names }: Named, language: string, fallback = ''): string =>
  names?.[language] || name || fallback
