import type { LocalTexts } from '../contract/index.ts'

type Properties = Readonly<Record<string, string>>

/** Properties `name:fa`, `documentation:fa`: translations that stand beside the diagram's own text. */
const pattern = (what: string) => new RegExp(`^${what}:([a-z]{2,3}(?:-[A-Za-z0-9]+)*)$`)

function texts(properties: Properties, what: string): LocalTexts {
  const languages = pattern(what)
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, text]) => {
      const language = languages.exec(name)?.[1]
      return language === undefined ? [] : [[language, text]]
    }),
  )
}

/** An element's name in other languages. */
export const localNames = (properties: Properties) => texts(properties, 'name')
/** An element's documentation in other languages. */
export const localDocumentation = (properties: Properties) => texts(properties, 'documentation')
