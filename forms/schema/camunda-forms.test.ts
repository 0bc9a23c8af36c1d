import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { initialValues } from '../initial-values.ts'
import { readSubmission } from '../submission/read-submission.ts'
import { moment } from '../testing/form-of.ts'
import { parseForm } from './parse-form.ts'

const shared = process.env.KARTABL_SHARED ?? join(import.meta.dirname, '../../../shared/data')
const folder = join(shared, 'diagrams/zeebe')
const present = existsSync(folder)
if (!present) console.log(`skipped: forms drawn by others, since ${folder} is absent (set KARTABL_SHARED)`)

const forms: [string, unknown][] = present
  ? [
      ...readdirSync(folder)
        .filter((file) => file.endsWith('.form'))
        .map((file): [string, unknown] => [file, JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
      ...embeddedForms('TasklistTestProcess.bpmn'),
    ]
  : []

function embeddedForms(file: string): [string, unknown][] {
  const xml = readFileSync(join(folder, file), 'utf8')
  const found = [...xml.matchAll(/<zeebe:userTaskForm[^>]*>([^<]*)</g)]
  return found.map(([, json = '']): [string, unknown] => [file, JSON.parse(json)])
}

const whenPresent = present ? test : test.skip

whenPresent('every form drawn by others is read, and filled as it starts', () => {
  expect(forms.length).toBeGreaterThanOrEqual(4)
  for (const [file, json] of forms) {
    const form = parseForm(json)
    expect([file, form.ok ? [] : form.error]).toEqual([file, []])
    if (!form.ok) continue
    const read = readSubmission(form.value, initialValues(form.value, {}), moment)
    expect([file, read.ok]).toEqual([file, true])
  }
})
