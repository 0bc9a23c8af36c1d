// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are expressions of other engines.
import { aCase } from '../testing/a-case.ts'
import { portableTexts } from './portable-texts.ts'

const written = (more: object) =>
  aCase({
    expressions: [
      { element: 'e', kind: 'condition', language: 'juel', text: ' ${x} ', portable: { feel: 'x' }, ...more },
    ],
  })

test('an expression is found by its element and its text', () => {
  expect(portableTexts(written({}), 'dir/one.bpmn').get('e')?.get('${x}')).toBe('=x')
})

test('an expression of another file is not taken', () => {
  expect(portableTexts(written({ file: 'other/two.bpmn' }), 'dir/one.bpmn').size).toBe(0)
  expect(portableTexts(written({ file: 'other/one.bpmn' }), 'dir/one.bpmn').size).toBe(1)
})

test('an expression nobody made portable is not taken', () => {
  expect(portableTexts(written({ portable: undefined }), 'one.bpmn').size).toBe(0)
})

test('counters of a multi-instance activity go by the names of the standard', () => {
  const feel = 'nrOfCompletedInstances >= nrOfInstances - nrOfActiveInstances and nrOfOthers'
  const texts = portableTexts(written({ portable: { feel } }), 'one.bpmn')
  expect(texts.get('e')?.get('${x}')).toBe(
    '=numberOfCompletedInstances >= numberOfInstances - numberOfActiveInstances and nrOfOthers',
  )
})
