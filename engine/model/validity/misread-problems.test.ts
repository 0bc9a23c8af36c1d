import { misreadProblems } from './misread-problems.ts'
import { definitions, process, row, task } from './testing/drawing.ts'

const told = (inside: string, executable = true) =>
  misreadProblems(definitions(process(inside, `isExecutable="${executable}"`))).map(
    ({ code, element, line }) => `${code} ${element} ${line}`,
  )

// [DE2]
test.each([
  ['a sound process', row(task('t')), []],
  [
    'a misspelt attribute, which the parser tells',
    '<boundaryEvent id="b" attachedToRef="t" cancelActivty="false"/>',
    [],
  ],
  ['a boolean that is none', '<startEvent id="s" isInterrupting="no"/>', ['bad_value s 4']],
  [
    'two loops',
    '<task id="t"><standardLoopCharacteristics/><multiInstanceLoopCharacteristics/></task>',
    ['repeated_element t 4'],
  ],
  ['an order that changes nothing', '<task id="t"/><laneSet id="l"/>', []],
  ['a reference, which others judge', '<callActivity id="t" calledElement="#{x}"/>', []],
])('%s', (_, inside, expected) => {
  expect(told(inside)).toEqual(expected)
})

test('what is not executed may be drawn as it is', () => {
  expect(told('<startEvent id="s" isInterrupting="no"/>', false)).toEqual([])
})

test('what is no BPMN at all is told by the parser', () => {
  expect(misreadProblems('hello')).toEqual([])
})

test('of very many the first are told, and how many there are', () => {
  const problems = told('<task isForCompensation="no"/>'.repeat(300))
  expect(problems.length).toBe(201)
  expect(problems.at(-1)).toMatch('more_problems')
})
