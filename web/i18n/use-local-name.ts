import { localName, type Named } from './local-name.ts'
import { useLanguage } from './use-language.ts'

/** Names of tasks, processes, elements and groups in the language of the page. */
export function useLocalName() {
  const { code } = useLanguage()
  return (named: Named, fallback?: string) => localName(named, code, fallback)
}
