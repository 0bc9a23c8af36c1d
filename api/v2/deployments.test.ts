import { type TestDatabase, testDatabases } from '../../db/records/testing/test-databases.ts'
import { diagram } from '../../engine/testing/diagram.ts'
import { AT_ONCE, deployFiles, id } from './testing/deploy-diagrams.ts'
import { type ServedCompany, serveCompany } from './testing/served-company.ts'

const greet = diagram('greet', { name: 'Greet' }).start('hello', { formId: 'hello-form' }).end().toXml()
const form = JSON.stringify({ type: 'default', id: 'hello-form', schemaVersion: 16, components: [] })
const decision = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="drd" name="Drd" namespace="http://kartabl.test">
  <decision id="discount" name="Discount">
    <decisionTable id="table" hitPolicy="FIRST">
      <input id="i1"><inputExpression id="e1" typeRef="number"><text>amount</text></inputExpression></input>
      <output id="o1" name="percent" typeRef="number" />
      <rule id="r1"><inputEntry id="ie1"><text>&gt; 100</text></inputEntry><outputEntry id="oe1"><text>5</text></outputEntry></rule>
    </decisionTable>
  </decision>
</definitions>`

describe.each(testDatabases)('deployments on %s', (_name, open) => {
  let test: TestDatabase
  let company: ServedCompany
  beforeAll(async () => {
    test = await open()
    company = await serveCompany(test)
  })
  afterAll(async () => {
    await company.close()
    await test.drop()
  })
  const post = async (person: string, form: FormData) => {
    const headers = { authorization: company.authorization(person) }
    const answer = await fetch(`${company.url}/v2/deployments`, { method: 'POST', headers, body: form })
    return { status: answer.status, body: (await answer.json()) as unknown }
  }
  const formOf = (files: readonly (string | File)[]) => {
    const form = new FormData()
    for (const file of files) form.append('resources', file)
    return form
  }

  it('deploys process, form and decision, and gives each back', async () => {
    const dana = company.client('dana')
    const deployed = await deployFiles(company, {
      'greet.bpmn': greet,
      'hello.form': form,
      'discount.dmn': decision,
    })
    const { processDefinitionKey } = deployed.processes[0]!
    expect(await dana.getProcessDefinition({ processDefinitionKey }, AT_ONCE)).toMatchObject({
      name: 'Greet',
      version: 1,
      hasStartForm: true,
    })
    expect(await dana.getProcessDefinitionXml({ processDefinitionKey }, AT_ONCE)).toBe(greet)
    expect(await dana.getStartProcessForm({ processDefinitionKey }, AT_ONCE)).toMatchObject({
      formId: 'hello-form',
      schema: { components: [] },
    })
    const [discount] = deployed.decisions
    const decisionDefinitionKey = discount!.decisionDefinitionKey!
    const { decisionRequirementsKey } = discount!
    expect(deployed.decisionRequirements).toMatchObject([
      { decisionRequirementsId: 'drd', decisionRequirementsKey },
    ])
    expect(await dana.getDecisionDefinition({ decisionDefinitionKey }, AT_ONCE)).toMatchObject({
      decisionDefinitionId: 'discount',
      decisionRequirementsKey,
    })
    expect(await dana.getDecisionDefinitionXml({ decisionDefinitionKey }, AT_ONCE)).toBe(decision)
    const found = await dana.searchDecisionDefinitions({ filter: { decisionRequirementsKey } }, AT_ONCE)
    expect(found.items).toHaveLength(1)
    const made = await company.call('dana', 'POST', '/decision-definitions/evaluation', {
      decisionDefinitionId: 'discount',
      variables: { amount: 120 },
    })
    expect(made).toMatchObject({
      status: 200,
      body: { output: '5', failureMessage: '', decisionRequirementsKey },
    })
    expect(made.body).toMatchObject({
      evaluatedDecisions: [{ matchedRules: [{ ruleId: 'r1', ruleIndex: 1 }] }],
    })
    const resourceKey = id<never>(deployed.forms[0]!.formKey!)
    expect(await dana.getResource({ resourceKey })).toMatchObject({
      resourceName: 'hello.form',
      resourceId: 'hello-form',
    })
    expect(await dana.getResourceContent({ resourceKey })).toBe(form)
  })

  it('keeps the version of a file that has not changed', async () => {
    const again = await deployFiles(company, { 'greet.bpmn': greet })
    expect(again.processes[0]).toMatchObject({ processDefinitionVersion: 1 })
    const changed = await deployFiles(company, { 'greet.bpmn': greet.replace('"Greet"', '"Greet again"') })
    expect(changed.processes[0]).toMatchObject({ processDefinitionVersion: 2 })
  })

  it('deploys nothing when one file cannot run, and says why', async () => {
    const good = diagram('fine').start().end().toXml()
    const bad = diagram('bad').start().exclusive('split').from('split', { when: '=1 +' }).end().toXml()
    const refused = await post('dana', formOf([new File([good], 'fine.bpmn'), new File([bad], 'bad.bpmn')]))
    expect(refused).toMatchObject({ status: 400, body: { code: 'deployment_refused' } })
    const { items } = await company
      .client('dana')
      .searchProcessDefinitions({ filter: { processDefinitionId: 'fine' } }, AT_ONCE)
    expect(items).toEqual([])
  })

  it.each<[string, () => FormData, number, string]>([
    ['no files', () => formOf([]), 400, 'files_not_deployable'],
    ['text in place of a file', () => formOf(['<bpmn/>']), 400, 'files_not_deployable'],
    ['another kind of file', () => formOf([new File(['x'], 'notes.txt')]), 400, 'files_not_deployable'],
    ['a path in the name', () => formOf([new File(['x'], '../up.bpmn')]), 400, 'files_not_deployable'],
    [
      'bytes that are not UTF-8',
      () => formOf([new File([new Uint8Array([0xff, 0xfe, 0x20])], 'a.bpmn')]),
      400,
      'files_not_deployable',
    ],
    [
      'too many files',
      () => formOf(Array.from({ length: 51 }, (_, n) => new File(['x'], `${n}.bpmn`))),
      400,
      'files_not_deployable',
    ],
    [
      'too many bytes',
      () => formOf([new File([new Uint8Array(5_000_000)], 'a.bpmn')]),
      413,
      'body_too_large',
    ],
  ])('refuses %s', async (_what, form, status, code) => {
    expect(await post('dana', form())).toMatchObject({ status, body: { code } })
  })

  it('refuses a body that is no form', async () => {
    expect(await company.call('dana', 'POST', '/deployments', {})).toMatchObject({
      status: 415,
      body: { code: 'multipart_expected' },
    })
  })

  it('lets designers deploy, not staff', async () => {
    expect(await post('sara', formOf([new File([greet], 'greet.bpmn')]))).toMatchObject({ status: 403 })
  })
})
