import { aCase } from '../testing/a-case.ts'
import { type Behavior, behaviorOf } from './task-behavior.ts'

const script = { element: 't', kind: 'script' }

test.each<readonly [string, Parameters<typeof behaviorOf>, Behavior]>([
  ['a user task waits', [aCase(), 't', 'UserTask'], { kind: 'wait' }],
  ['a service task passes', [aCase(), 't', 'ServiceTask'], { kind: 'pass' }],
  [
    'the case says what tasks of a type do',
    [aCase({ taskDefaults: { serviceTask: 'wait' } }), 't', 'ServiceTask'],
    { kind: 'wait' },
  ],
  [
    'a type goes before all types',
    [aCase({ taskDefaults: { '*': 'auto', userTask: 'wait' } }), 't', 'UserTask'],
    { kind: 'wait' },
  ],
  [
    'a stub goes before a script',
    [aCase({ stubs: { t: { do: 'fail' } }, scripts: { t: { portable: { js: '1' } } } }), 't', 'ScriptTask'],
    { kind: 'stub', stub: { do: 'fail' } },
  ],
  [
    'a portable script is run',
    [
      aCase({ expressions: [{ ...script, language: 'groovy', text: 'x', portable: { js: 'y' } }] }),
      't',
      'ScriptTask',
    ],
    { kind: 'script', js: 'y' },
  ],
  [
    'betsy words are no program',
    [aCase({ expressions: [{ ...script, language: 'betsy', text: 'SCRIPT_task1' }] }), 't', 'ScriptTask'],
    { kind: 'betsy', words: 'SCRIPT_task1' },
  ],
  [
    'a script nobody made portable is told',
    [aCase({ expressions: [{ ...script, language: 'groovy', text: 'x' }] }), 't', 'ScriptTask'],
    { kind: 'foreign', language: 'groovy' },
  ],
])('%s', (_, given, expected) => {
  expect(behaviorOf(...given)).toEqual(expected)
})
