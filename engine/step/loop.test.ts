import { diagram } from '../testing/diagram.ts'
import { play } from '../testing/player.ts'

test('[MI4] in parallel all items count as active from the beginning, also those done at once', async () => {
  const player = await play(
    diagram('p')
      .start()
      .scriptTask('each', '=item * 2', 'twice', {
        multiInstance: {
          inputCollection: '=[1,2,3]',
          inputElement: 'item',
          outputCollection: 'results',
          outputElement: '=twice',
          completionCondition: '=numberOfActiveInstances = 1',
        },
      })
      .userTask('after')
      .end(),
  )
  expect(player.variables).toMatchObject({ results: [2, 4, null] })
})

test('[TR1] [ES1] an event sub-process of one item interrupts that item only', async () => {
  const player = await play(
    diagram('p')
      .start()
      .subProcess(
        'each',
        (inside) =>
          inside
            .start('s')
            .userTask('work')
            .end('e')
            .eventSubProcess('stop', (event) =>
              event.start('asked', { message: 'stop', key: '=item' }).end('e2'),
            ),
        { multiInstance: { inputCollection: '=["a","b"]', inputElement: 'item' } },
      )
      .end(),
  )
  player.message('stop')
  expect(player.resting).toEqual(['work'])
  player.complete('work')
  expect(player.status).toBe('completed')
})

test('[MI7] what one instance makes does not reach the others before it is collected', async () => {
  const player = await play(
    diagram('p')
      .start()
      .subProcess('each', (inside) => inside.start('s').userTask('make').userTask('check').end('e'), {
        multiInstance: {
          inputCollection: '=["a","b"]',
          inputElement: 'item',
          outputCollection: 'results',
          outputElement: '=result',
        },
      })
      .userTask('after')
      .end(),
  )
  player.complete('make', { result: 1 })
  player.complete('make', { result: 2 })
  player.complete('check')
  player.complete('check')
  expect(player.variables).toEqual({ results: [1, 2] })
})

test('[DO1] an activity inside a loop reads its item and writes its result by their ids', async () => {
  const io =
    '<bpmn:ioSpecification><bpmn:dataInput id="given"/><bpmn:dataOutput id="made"/><bpmn:inputSet/><bpmn:outputSet/></bpmn:ioSpecification>' +
    '<bpmn:dataInputAssociation><bpmn:sourceRef>one</bpmn:sourceRef><bpmn:targetRef>given</bpmn:targetRef></bpmn:dataInputAssociation>' +
    '<bpmn:dataOutputAssociation><bpmn:sourceRef>made</bpmn:sourceRef><bpmn:targetRef>answer</bpmn:targetRef></bpmn:dataOutputAssociation>'
  const loop =
    '<bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:loopDataInputRef>all</bpmn:loopDataInputRef><bpmn:loopDataOutputRef>answers</bpmn:loopDataOutputRef><bpmn:inputDataItem id="one" name="item"/><bpmn:outputDataItem id="answer" name="result"/></bpmn:multiInstanceLoopCharacteristics>'
  const player = await play(
    diagram('p')
      .start()
      .subProcess('each', (inside) => inside.start('s').userTask('work', { xml: io }).end('e'), { xml: loop })
      .userTask('after')
      .end()
      .xml('<bpmn:dataObject id="all"/><bpmn:dataObject id="answers"/>'),
    { variables: { all: ['a'] } },
  )
  expect(player.visibleAt('work')).toMatchObject({ given: 'a' })
  player.complete('work', { made: 'b' })
  expect(player.variables).toMatchObject({ answers: ['b'] })
})

test('[DO1] inputs and outputs of a process are the ends of associations inside it', async () => {
  const io =
    '<bpmn:ioSpecification><bpmn:dataInput id="given"/><bpmn:dataOutput id="made"/><bpmn:inputSet/><bpmn:outputSet/></bpmn:ioSpecification>' +
    '<bpmn:dataInputAssociation><bpmn:sourceRef>p_in</bpmn:sourceRef><bpmn:targetRef>given</bpmn:targetRef></bpmn:dataInputAssociation>' +
    '<bpmn:dataOutputAssociation><bpmn:sourceRef>made</bpmn:sourceRef><bpmn:targetRef>p_out</bpmn:targetRef></bpmn:dataOutputAssociation>'
  const own =
    '<bpmn:ioSpecification><bpmn:dataInput id="p_in" name="order"/><bpmn:dataOutput id="p_out" name="answer"/><bpmn:inputSet/><bpmn:outputSet/></bpmn:ioSpecification>'
  const player = await play(
    diagram('p').start().userTask('work', { xml: io }).userTask('after').end().xml(own),
    { variables: { order: 5 } },
  )
  expect(player.visibleAt('work')).toMatchObject({ given: 5 })
  player.complete('work', { made: 6 })
  expect(player.variables).toEqual({ order: 5, answer: 6 })
})
