import type { Rule } from '../node-draft.ts'

/** Scripts in FEEL and in version 7's expression language; one whose result nobody keeps does nothing. */
export const translateScript: Rule = ({ node, own, changes, at }) => {
  if (node.type !== 'ScriptTask' || own.says('script') || own.says('taskDefinition')) return
  const result = own.take('resultVariable')
  if (node.script === null || !isRead(node.script.format, at.only)) return
  const { format, text } = node.script
  const feel = /^feel$/i.test(format) ? `=${text.replace(/^\s*=/, '')}` : own.feel(text, 'script')
  const source = `${format || 'juel'} script`
  if (feel === null) return own.set('script', { expression: '=null', resultVariable: 'refused' })
  changes.script = null
  if (result)
    return own.put(
      'script',
      { expression: asFeel(feel), resultVariable: result.value },
      { ...result, source },
    )
  changes.type = 'Task'
  own.drop(
    { name: 'script', value: text, source },
    'It computes something that nobody keeps: the task is passed through.',
  )
}

/** Without a format it is version 7's own language. */
const isRead = (format: string, only: boolean): boolean =>
  /^(feel|juel)$/i.test(format) || (format === '' && only)

const asFeel = (text: string): string => (text.startsWith('=') ? text : `=${JSON.stringify(text)}`)
