/** The languages the web app speaks. `name` is written in the language itself. */
export const languages = [
  { code: 'en', name: 'English', direction: 'ltr', locale: 'en-GB' },
  { code: 'fa', name: 'فارسی', direction: 'rtl', locale: 'fa-IR-u-ca-persian-nu-arabext' },
] as const

export type LanguageCode = (typeof languages)[number]['code']

/** The language for a code such as `fa` or `fa-IR`; English when we do not speak it. */
export const languageOf = (code: string): (typeof languages)[number] =>
  languages.find((language) => language.code === code.split('-')[0]) ?? languages[0]
