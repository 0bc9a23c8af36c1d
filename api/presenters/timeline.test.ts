import type { ProcessGraph } from '../../engine/graph/process-graph.ts'
import { diagram } from '../../engine/testing/diagram.ts'
import { TestEngine } from '../../engine/testing/test-engine.ts'
import { withCalledInstances } from './called-instances.ts'
import { timelineOf } from './timeline.ts'

const onlyVersion = (graph: ProcessGraph) => () => graph

test('the history of a case tells what called processes did where it happened, between call and return', async () => {
  const test = await TestEngine.open()
  await test.deploy(diagram('vote').start().userTask('decide').end())
  await test.deploy(
    diagram('deal').start().userTask('define').callActivity('approve', 'vote').userTask('quote').end(),
  )
  const { key } = await test.start('deal')
  await test.complete('define')
  test.now += 1_000
  await test.complete('decide', {}, 'mina')
  const { store, definitions } = test.engine
  const told = await withCalledInstances(store, (await store.get('instances', key))!)
  const stories = await Promise.all(
    told.map(async ({ row, depth }) => ({
      graphOf: onlyVersion(await definitions.graph(row.definition)),
      history: await store.find('history', { where: [{ column: 'instance', is: '=', value: row.key }] }),
      depth,
    })),
  )
  const lines = timelineOf(stories, (id) => ({ id, name: id }))
    .filter(({ kind }) => !kind.startsWith('element_'))
    .map(({ kind, elementId, by }) => `${kind} ${elementId} ${by?.id}`)
  expect(lines).toEqual([
    'instance_started deal sara',
    'task_created define sara',
    'task_completed define sara',
    'process_called approve sara',
    'instance_started vote sara',
    'task_created decide sara',
    'task_completed decide mina',
    'instance_completed vote mina',
    'task_created quote mina',
  ])
})

test('a timer and a message are told by the event that waited for them, not by what it is attached to', async () => {
  const test = await TestEngine.open()
  await test.deploy(
    diagram('p')
      .start()
      .userTask('work')
      .end()
      .boundary('late', 'work', { duration: 'PT1H', interrupting: false })
      .end('reminded'),
  )
  const { key } = await test.start('p')
  test.now += 3_600_000
  await test.engine.runDue()
  const { store, definitions } = test.engine
  const graph = await definitions.graph((await store.get('instances', key))!.definition)
  const history = await store.find('history', { where: [{ column: 'instance', is: '=', value: key }] })
  const fired = timelineOf([{ graphOf: () => graph, history, depth: 0 }], () => null).filter(
    ({ kind }) => kind === 'timer_fired',
  )
  expect(fired.map(({ elementId }) => elementId)).toEqual(['late'])
})

test('signals, escalations, links and compensation are told where they happened', async () => {
  const test = await TestEngine.open()
  await test.deploy(
    diagram('p')
      .start()
      .task('book')
      .compensatedBy('book', 'unbook', (d) => d.task('unbook', { attributes: { isForCompensation: 'true' } }))
      .throw('call-off', { compensate: true })
      .throw('alarm', { signal: 'fire' })
      .throw('tell', { escalation: 'late' })
      .throw('jump', { link: 'there' })
      .beside()
      .catch('land', { link: 'there' })
      .catch('wait', { signal: 'go' })
      .end(),
  )
  const { key } = await test.start('p')
  await test.engine.broadcastSignal({ name: 'go', variables: {} }, { by: 'mina' })
  const { store, definitions } = test.engine
  const graph = await definitions.graph((await store.get('instances', key))!.definition)
  const history = await store.find('history', { where: [{ column: 'instance', is: '=', value: key }] })
  const told = timelineOf([{ graphOf: () => graph, history, depth: 0 }], () => null)
    .filter(({ kind }) => !/^(element|instance)_/.test(kind))
    .map(({ kind, elementId }) => `${kind} ${elementId}`)
  expect(told).toEqual([
    'compensation_started call-off',
    'undo_begun unbook',
    'signal_sent alarm',
    'escalation_thrown tell',
    'link_followed jump',
    'signal_received wait',
  ])
})

test('[DO6] an activity that waits for its data says so, and when they are there', async () => {
  const needsOffer =
    '<bpmn:ioSpecification><bpmn:dataInput id="bid"/><bpmn:inputSet><bpmn:dataInputRefs>bid</bpmn:dataInputRefs></bpmn:inputSet><bpmn:outputSet/></bpmn:ioSpecification>' +
    '<bpmn:dataInputAssociation><bpmn:sourceRef>offer</bpmn:sourceRef><bpmn:targetRef>bid</bpmn:targetRef></bpmn:dataInputAssociation>'
  const test = await TestEngine.open()
  await test.deploy(
    diagram('p').start().userTask('work', { xml: needsOffer }).end().xml('<bpmn:dataObject id="offer"/>'),
  )
  const { key } = await test.start('p')
  await test.engine.execute(
    key,
    { type: 'setVariables', key, variables: { offer: 7 }, local: false },
    { by: 'mina' },
  )
  const { store, definitions } = test.engine
  const graph = await definitions.graph((await store.get('instances', key))!.definition)
  const history = await store.find('history', { where: [{ column: 'instance', is: '=', value: key }] })
  const told = timelineOf([{ graphOf: () => graph, history, depth: 0 }], () => null)
    .filter(({ kind }) => kind.startsWith('data_'))
    .map(({ kind, elementId }) => `${kind} ${elementId}`)
  expect(told).toEqual(['data_awaited work', 'data_available work'])
})
