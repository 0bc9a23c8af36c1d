import { diagram } from '../testing/diagram.ts'
import { play } from '../testing/player.ts'

const into = (target: string) =>
  `<bpmn:dataOutput id="caught" name="event"/><bpmn:dataOutputAssociation><bpmn:sourceRef>caught</bpmn:sourceRef><bpmn:targetRef>${target}</bpmn:targetRef></bpmn:dataOutputAssociation>`

const outOf = (source: string) =>
  `<bpmn:dataInput id="thrown"/><bpmn:dataInputAssociation><bpmn:sourceRef>${source}</bpmn:sourceRef><bpmn:targetRef>thrown</bpmn:targetRef></bpmn:dataInputAssociation>`

const answered = diagram('p')
  .xml('<bpmn:property id="answer"/>')
  .start()
  .catch('wait', { message: 'm', key: '="k"', xml: into('answer') })
  .userTask('after')
  .end()

test.each([[{ event: 'yes', other: 1 }], [{ text: 'yes' }]])(
  '[DO5] the declared output of an event takes what a message brings: %j',
  async (variables) => {
    const player = await play(answered)
    player.message('m', variables)
    expect(player.variables).toEqual({ answer: 'yes' })
  },
)

test('[DO5] of several values none of which is called like it the output takes none', async () => {
  const player = await play(answered)
  player.message('m', { a: 1, b: 2 })
  expect(player.variables).toEqual({ answer: null })
})

test.each([
  ['signal', { signal: 's' }],
  ['escalation', { escalation: 'E' }],
  ['error', { error: 'F' }],
] as const)(
  '[DO5] a thrown %s carries the declared input of its event to the one that catches it',
  async (_, what) => {
    const drawing = diagram('p')
      .xml('<bpmn:property id="given"/><bpmn:property id="taken"/>')
      .start()
      .subProcess('sub', (d) => d.start('s').end('e', { ...what, xml: outOf('given') }))
      .userTask('missed')
      .end()
      .boundary('caught-it', 'sub', { ...what, xml: into('taken') })
      .userTask('told')
      .end('end2')
    const player = await play(drawing, { variables: { given: 7 } })
    expect([player.resting, player.variables]).toEqual([['told'], { given: 7, taken: 7 }])
  },
)

test('[DO5] an event sub-process of its own data takes what began it', async () => {
  const drawing = diagram('p')
    .start()
    .userTask('work')
    .end()
    .eventSubProcess('asked', (d) =>
      d
        .xml('<bpmn:property id="question"/>')
        .start('s', { message: 'm', key: '="k"', xml: into('question') })
        .userTask('reply')
        .end('e'),
    )
  const player = await play(drawing)
  player.message('m', { text: 'why?' })
  expect(player.visibleAt('reply')).toEqual({ question: 'why?' })
  player.complete('reply')
  expect(player.variables).toEqual({})
})

/** An output that goes to the data `got_…`. */
const outputTo = (id: string): string =>
  `<bpmn:dataOutput id="${id}"/><bpmn:dataOutputAssociation><bpmn:sourceRef>${id}</bpmn:sourceRef><bpmn:targetRef>got_${id}</bpmn:targetRef></bpmn:dataOutputAssociation>`

describe.each([
  [[], ['a', 'b']],
  [[{ duration: 'PT1H' }], ['a', 'b']],
  [[{ duration: 'PT1H' }], ['none', 'a', 'b']],
])('[DO7] of an event with several triggers, %j before its messages, and outputs %j', (before, outputs) => {
  const messages = [
    { message: 'm', key: '="k"' },
    { message: 'n', key: '="k"' },
  ]
  const drawing = diagram('p')
    .xml(outputs.map((id) => `<bpmn:property id="got_${id}"/>`).join(''))
    .start()
    .catch('c', { several: [...before, ...messages], xml: outputs.map(outputTo).join('') })
    .userTask('next')
    .end()

  test.each([
    ['m', 'got_a', 'got_b'],
    ['n', 'got_b', 'got_a'],
  ])('what %s brings goes to %s alone', async (message, mine, other) => {
    const player = await play(drawing)
    player.message(message, { text: 'hello' })
    expect(player.variables).toMatchObject({ [mine]: 'hello', [other]: null })
  })
})

test('[DO7] of several errors that an event catches each has an output of its own', async () => {
  const drawing = diagram('p')
    .xml('<bpmn:property id="got_a"/><bpmn:property id="got_b"/>')
    .start()
    .serviceTask('work', 'work')
    .end()
    .boundary('failed', 'work', {
      several: [{ error: 'E' }, { error: 'F' }],
      xml: ['a', 'b'].map(outputTo).join(''),
    })
    .userTask('mend')
    .end('mended')
  const player = await play(drawing)
  player.throwError('work', 'F', { why: 'no paper' })
  expect(player.variables).toEqual({ got_a: null, got_b: 'no paper' })
})

test('[DO7] what begins an instance goes to the output of its trigger', async () => {
  const drawing = diagram('p')
    .xml('<bpmn:property id="got_a"/><bpmn:property id="got_b"/>')
    .start('s', { several: [{ message: 'm' }, { message: 'n' }], xml: ['a', 'b'].map(outputTo).join('') })
    .userTask('next')
    .end()
  const player = await play(drawing, { startAt: ['s'], brought: { text: 'hello' }, part: 1 })
  expect(player.variables).toEqual({ got_a: null, got_b: 'hello' })
})

const declaring = (associations: string) =>
  `<bpmn:ioSpecification><bpmn:dataInput id="work_in-1" name="Subject"/><bpmn:dataInput id="work_in-2" name="Comment"/><bpmn:inputSet/><bpmn:outputSet/></bpmn:ioSpecification>${associations}`

test.each([['work_in-1'], ['']])(
  '[DO2] an assignment to %j sets the input that its id, else its association, names',
  async (to) => {
    const association = `<bpmn:dataInputAssociation><bpmn:targetRef>work_in-1</bpmn:targetRef><bpmn:assignment><bpmn:from>="Order " + n</bpmn:from><bpmn:to>${to}</bpmn:to></bpmn:assignment></bpmn:dataInputAssociation>`
    const drawing = diagram('p')
      .start()
      .userTask('work', { xml: declaring(association) })
      .end()
    const player = await play(drawing, { variables: { n: '12' } })
    expect(player.visibleAt('work')).toEqual({ Subject: 'Order 12', Comment: null, n: '12' })
  },
)

test('[DO4] an input that is connected with nothing is null', async () => {
  const associations =
    '<bpmn:dataInputAssociation><bpmn:targetRef>work_in-1</bpmn:targetRef></bpmn:dataInputAssociation>' +
    '<bpmn:dataInputAssociation><bpmn:targetRef>work_in-2</bpmn:targetRef><bpmn:assignment><bpmn:from/><bpmn:to>work_in-2</bpmn:to></bpmn:assignment></bpmn:dataInputAssociation>'
  const drawing = diagram('p')
    .start()
    .userTask('work', { xml: declaring(associations) })
    .end()
  const player = await play(drawing, { variables: { Comment: 'outside' } })
  expect(player.visibleAt('work')).toEqual({ Subject: null, Comment: null })
})

test('[DO3] a property of a sub-process is its own whether or not an association names it', async () => {
  const drawing = diagram('p')
    .start()
    .subProcess('sub', (d) =>
      d.xml('<bpmn:property id="note"/>').start('s').userTask('write').userTask('read').end('e'),
    )
    .userTask('after')
    .end()
  const player = await play(drawing, { variables: { note: 'outside' } })
  player.complete('write', { note: 'inside' })
  expect(player.visibleAt('read')).toEqual({ note: 'inside' })
  player.complete('read')
  expect(player.variables).toEqual({ note: 'outside' })
})
