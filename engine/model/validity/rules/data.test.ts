import { end, judges, node, process, row, scope, start, task } from '../testing/drawing.ts'

const items =
  '<itemDefinition id="A" structureRef="a"/><itemDefinition id="B" structureRef="b"/><itemDefinition id="many" isCollection="true"/>'
const io = (declared: string, input = '', output = '') =>
  `<ioSpecification>${declared}<inputSet id="in">${input}</inputSet><outputSet id="out">${output}</outputSet></ioSpecification>`
const list = (tag: string, ...ids: readonly string[]) => ids.map((id) => `<${tag}>${id}</${tag}>`).join('')
const ofProcess = (declared: string, input = '', output = '') => [items, process(io(declared, input, output))]

judges('Collections §10.4.1', [
  [
    'agreed',
    ofProcess('<dataInput id="d" itemSubjectRef="many" isCollection="true"/>', list('dataInputRefs', 'd')),
    [],
  ],
  [
    'not agreed',
    ofProcess('<dataInput id="d" itemSubjectRef="many"/>', list('dataInputRefs', 'd')),
    ['collection_mismatch d'],
  ],
  [
    'a data object that is none',
    [items, process('<dataObject id="d" itemSubjectRef="A" isCollection="true"/>')],
    ['collection_mismatch d'],
  ],
])

judges('Sets of data §10.4.1', [
  [
    'in no set',
    ofProcess('<dataInput id="d"/><dataOutput id="f"/>'),
    ['data_in_no_set d', 'data_in_no_set f'],
  ],
  [
    'parts of what is listed',
    ofProcess(
      '<dataInput id="d"/>',
      list('dataInputRefs', 'd') + list('optionalInputRefs', 'd') + list('whileExecutingInputRefs', 'd'),
    ),
    [],
  ],
  [
    'an optional input that is not listed',
    ofProcess(
      '<dataInput id="d"/><dataInput id="g"/>',
      list('dataInputRefs', 'd') + list('optionalInputRefs', 'g'),
    ),
    ['data_in_no_set g', 'set_part_not_listed in'],
  ],
  [
    'an output while executing that is not listed',
    ofProcess(
      '<dataOutput id="f"/><dataOutput id="g"/>',
      '',
      list('dataOutputRefs', 'f') + list('whileExecutingOutputRefs', 'g'),
    ),
    ['data_in_no_set g', 'set_part_not_listed out'],
  ],
  ['sets that name each other', ofProcess('', list('outputSetRefs', 'out'), list('inputSetRefs', 'in')), []],
  ['a set that is not named back', ofProcess('', list('outputSetRefs', 'out')), ['sets_disagree in']],
  [
    'data of another element',
    [
      process(
        `${io('<dataInput id="d"/>', list('dataInputRefs', 'd'))}<task id="t">${io('', list('dataInputRefs', 'd')).replace(/id="(in|out)"/g, '')}</task>`,
      ),
    ],
    ['set_with_data_of_another t'],
  ],
])

const filled = (inside: string, item = 'A', attributes = 'itemSubjectRef="B"') => [
  items,
  process(`<task id="t">${io(`<dataInput id="d" itemSubjectRef="${item}"/>`, list('dataInputRefs', 'd'))}
    <dataInputAssociation id="a">${inside}</dataInputAssociation></task>
    <dataObject id="o" ${attributes}/><dataObjectReference id="r" dataObjectRef="o"/>`),
]

judges('Data associations §10.4.1', [
  ['of the same item', filled('<sourceRef>r</sourceRef><targetRef>d</targetRef>', 'B'), []],
  ['of an item that is left open', filled('<sourceRef>r</sourceRef><targetRef>d</targetRef>', 'A', ''), []],
  [
    'of another item',
    filled('<sourceRef>r</sourceRef><targetRef>d</targetRef>'),
    ['data_association_types a'],
  ],
  [
    'of another item with a transformation',
    filled('<sourceRef>r</sourceRef><targetRef>d</targetRef><transformation>x</transformation>'),
    [],
  ],
  [
    'into another task',
    [
      process(`<task id="t">${io('<dataInput id="d"/>', list('dataInputRefs', 'd'))}</task>
        <task id="u"><dataInputAssociation id="a"><targetRef>d</targetRef></dataInputAssociation></task>`),
    ],
    ['data_association_into_another a'],
  ],
  [
    'the outputs of a process read within it',
    [
      process(`${io('<dataOutput id="f"/>', '', list('dataOutputRefs', 'f'))}
        <task id="t"><dataInputAssociation id="a"><sourceRef>f</sourceRef><targetRef>q</targetRef></dataInputAssociation></task>
        <dataObject id="q"/>`),
    ],
    ['process_data_misused a'],
  ],
  [
    'a state of a data object',
    [process('<dataObject id="o"><dataState name="x"/></dataObject>')],
    ['data_object_state o'],
  ],
  [
    'an item of a reference',
    [
      items,
      process('<dataObject id="o"/><dataObjectReference id="r" dataObjectRef="o" itemSubjectRef="A"/>'),
    ],
    ['data_object_reference_item r'],
  ],
])

const thrown = (data: string, definitions: string) => [
  `${items}<message id="m" itemRef="A"/><signal id="g" structureRef="B"/>`,
  process(row(node('intermediateThrowEvent', 'w', data + definitions))),
]
const message = '<messageEventDefinition id="dm" messageRef="m"/>'
const signal = '<signalEventDefinition id="ds" signalRef="g"/>'
const input = (id: string, item: string) => `<dataInput id="${id}" itemSubjectRef="${item}"/>`

judges('Data of events §10.5.1', [
  ['one for each definition', thrown(input('a', 'A') + input('b', 'B'), message + signal), []],
  ['none', thrown('', message + signal), []],
  ['one too few', thrown(input('a', 'A'), message + signal), ['event_data_without_definition w']],
  [
    'in another order',
    thrown(input('b', 'B') + input('a', 'A'), message + signal),
    ['event_data_of_another_type dm', 'event_data_of_another_type ds'],
  ],
  [
    'caught',
    [
      items,
      '<message id="m" itemRef="A"/>',
      process(
        scope(
          [
            start('<dataOutput id="b" itemSubjectRef="B"/><messageEventDefinition messageRef="m"/>'),
            task('t'),
            end(),
          ],
          's>t t>e',
        ),
      ),
    ],
    ['event_data_of_another_type s'],
  ],
])
