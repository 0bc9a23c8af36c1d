import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deployable } from './deployable.ts'

/** Diagrams drawn by others, beside the repository or where KARTABL_SHARED says. */
const folder = join(process.env.KARTABL_SHARED ?? '../shared/data', 'diagrams')
const present = existsSync(folder)
if (!present)
  console.warn(`Skipped: no diagrams in ${folder}; set KARTABL_SHARED to the folder that holds them.`)

const filesIn = (kind: string): string[] =>
  present ? readdirSync(join(folder, kind)).filter((name) => name.endsWith('.bpmn')) : []

async function outcome(kind: string, name: string) {
  const xml = readFileSync(join(folder, kind, name), 'utf8')
  return { xml, result: await deployable(xml) }
}

/** Codes and elements by file, of those that don't compile. */
async function refusalsIn(kind: string): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for (const name of filesIn(kind)) {
    const { result } = await outcome(kind, name)
    if (result.ok) continue
    found.set(
      name,
      result.error.map(({ code, element }) => `${code} ${element}`),
    )
  }
  return found
}

const refused: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'Client-BrokenBpmn.bpmn',
    ['missing_task_type ServiceTask_0g6tf5f', 'expression_expected IntermediateCatchEvent_1smhq9d'],
  ],
])

const whenPresent = present ? describe : describe.skip

whenPresent('diagrams drawn by others', () => {
  test('every zeebe diagram compiles but the broken one', async () => {
    expect(await refusalsIn('zeebe')).toEqual(refused)
  })

  test('every version 7 diagram compiles but the one that calls a case', async () => {
    const found = await refusalsIn('camunda7')
    expect([...found.keys()]).toEqual(['underwriting-process.bpmn'])
    expect(found.get('underwriting-process.bpmn')).toContain(
      'missing_called_process CallActivityCaseUnderwriting',
    )
  })

  test.each(['camunda7', 'miwg'])(
    'every refusal in %s names an element of the file, a cause and a remedy',
    async (kind) => {
      for (const name of filesIn(kind)) {
        const { xml, result } = await outcome(kind, name)
        for (const { code, element, message, remedy } of result.ok ? [] : result.error) {
          expect(`${name} ${code} ${xml.includes(`id="${element}"`)}`).toBe(`${name} ${code} true`)
          expect(message.length).toBeGreaterThan(15)
          expect(remedy.length).toBeGreaterThan(5)
        }
      }
    },
  )

  test('what is refused as version 7 is in the file as such', async () => {
    for (const name of filesIn('camunda7')) {
      const { xml, result } = await outcome('camunda7', name)
      const problems = result.ok ? [] : result.error.filter(({ code }) => code === 'camunda7_namespace')
      for (const { message } of problems) {
        const local = /camunda:(\w+)/.exec(message)?.[1]
        expect(xml).toMatch(new RegExp(`[\\w]+:${local}[\\s=/>]`))
      }
    }
  })

  test('a reference model that is not marked as executable says just that', async () => {
    const { result } = await outcome('miwg', 'A.1.0.bpmn')
    expect(result.ok ? [] : result.error.map(({ code }) => code)).toEqual(['no_executable_process'])
  })

  test('the reference models drawn for execution in the zeebe namespace compile', async () => {
    for (const name of ['C.9.0.bpmn', 'C.9.2.bpmn'])
      expect((await outcome('miwg', name)).result.ok).toBe(true)
  })
})
