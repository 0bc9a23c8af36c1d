import { testDatabases } from '../../../db/records/testing/test-databases.ts'
import { serveCompany } from '../testing/served-company.ts'
import { deployFiles, id, AT_ONCE } from '../testing/deploy-diagrams.ts'
import { readIn } from './files-of-others.ts'
import { ways } from './ways.ts'

test('dbg', async () => {
    const test = await testDatabases[0]![1]()
    const company = await serveCompany(test)
    const d = company.client('dana')
    const dep = await deployFiles(company, { 'C.9.2.bpmn': readIn('miwg', 'C.9.2.bpmn') })
    const out: unknown[] = []
    for (const order of [['Message_FraudSuspected'], ['Message_DocumentRequested','Message_FraudSuspected'], ['Message_FraudSuspected','Message_DocumentRequested']]) {
    const st = await d.createProcessInstance({ processDefinitionKey: dep.processes[0]!.processDefinitionKey, variables: ways['C.9.2.bpmn']![0]!.variables! })
    for (const name of order) out.push(name, await company.call('dana','POST','/messages/correlation',{ name, correlationKey: name.includes('Fraud')?'f-1':'d-1' }))
    const subs = await company.services.engine.store.read ? 'x':'y'
    const { items } = await d.searchElementInstances({ filter: { processInstanceKey: st.processInstanceKey } }, AT_ONCE)
    out.push(items!.map(i => `${i.elementId} ${i.state}`), subs)
    out.push((await d.searchIncidents({}, AT_ONCE)).items)
    await d.cancelProcessInstance(st)
    }
    console.log(JSON.stringify(out, null, 1))
    await company.close(); await test.drop()
}, 60000)
