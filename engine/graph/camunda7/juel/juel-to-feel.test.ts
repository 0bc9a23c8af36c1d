// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are expressions of version 7.

import { compileExpression } from '../../../feel/index.ts'
import { hasJuel, juelToFeel } from './juel-to-feel.ts'

const feelOf = (text: string, counters = false): string => {
  const done = juelToFeel(text, { counters })
  return done.ok ? done.value : `refused: ${done.error}`
}

/** `${…}` without its brackets, and the FEEL without its sign. */
const translations: readonly (readonly [juel: string, feel: string])[] = [
  ['approved', 'approved'],
  ['!approved', 'not(approved)'],
  ['not approved', 'not(approved)'],
  ['approved == true', 'approved = true'],
  ["clarified == 'yes'", 'clarified = "yes"'],
  ['clarified eq "it\\"s"', 'clarified = "it\\"s"'],
  ['a ne 1 && b lt 2', 'a != 1 and b < 2'],
  ['a gt 1 or b le 2 and c ge .5', 'a > 1 or b <= 2 and c >= 0.5'],
  ['(a || b) && c', '(a or b) and c'],
  ['a - (b - c) - d', 'a - (b - c) - d'],
  ['(a + b) * c / 2', '(a + b) * c / 2'],
  ['a div b', 'a / b'],
  ['-a * 3', '-a * 3'],
  ['-(a + 1)', '-(a + 1)'],
  ['a % 2 == 0', 'a - 2 * round down(a / 2, 0) = 0'],
  ['(a == b) == c', '(a = b) = c'],
  ['x == null', 'x = null'],
  ['empty items', 'list contains([null, "", [], {}], items)'],
  ['not empty order.items', 'not(list contains([null, "", [], {}], order.items))'],
  ["big ? 'a' : small ? 'b' : 'c'", 'if big then "a" else if small then "b" else "c"'],
  ['(a ? 1 : 2) + 1', '(if a then 1 else 2) + 1'],
  ['order.customer.name', 'order.customer.name'],
  ["order['net price']", 'order.`net price`'],
  ['items[0].id', 'items[1].id'],
  ['items[i]', 'if i instance of number then sublist(items, i + 1, 1)[1] else get value(items, i)'],
  ['date.in', '`date`.`in`'],
  ["execution.getVariable('x')", 'x'],
  ["execution.hasVariable('x')", 'is defined(x)'],
  ['execution.processBusinessKey', 'businessKey'],
  ['execution.getBusinessKey()', 'businessKey'],
  ["benefits.get('roomUpgrade')", 'benefits.roomUpgrade'],
  ['items.get(0)', 'items[1]'],
  ['customer.prop("name").stringValue()', 'customer.name'],
  ['droolsCountry.isHighRisk() == true', 'droolsCountry.highRisk = true'],
  ['order.getURL()', 'order.URL'],
  ['items.size() > 1', 'count(items) > 1'],
  ['name.length()', 'string length(name)'],
  ['items.isEmpty()', 'list contains([null, "", [], {}], items)'],
  ['"abc".contains("b")', 'contains("abc", "b")'],
  ['a.contains("b")', 'if a instance of list<Any> then list contains(a, "b") else contains(a, "b")'],
  ['m.containsKey("k")', 'list contains(get entries(m).key, "k")'],
  ['m.getOrDefault("k", 1)', 'get or else(m.k, 1)'],
  ['a.equals(b) && c', 'a = b and c'],
  ['a.equalsIgnoreCase("X")', 'lower case(a) = lower case("X")'],
  ['"http://".concat( video ).concat("/p")', '"http://" + video + "/p"'],
  ['a.toString().toUpperCase().trim()', 'trim(upper case(string(a)))'],
  ['a.substring(2, 5)', 'substring(a, 2 + 1, 5 - 2)'],
  ['a.substring(1).startsWith("b")', 'starts with(substring(a, 1 + 1), "b")'],
  ['now()', 'now()'],
  ['dateTime().plusDays(3).toDate()', 'now() + duration("P3D")'],
  [
    'dateTime().minusWeeks(n).plusHours(1)',
    'now() - duration("P" + string((n) * 7) + "D") + duration("PT1H")',
  ],
  ['loopCounter % 2', 'loopCounter - 1 - 2 * round down((loopCounter - 1) / 2, 0)'],
]

test.each(translations)('${%s} → %s', (juel, feel) => {
  expect(feelOf(`\${${juel}}`)).toBe(`=${feel}`)
  expect(feelOf(`#{ ${juel} }`)).toBe(`=${feel}`)
})

test.each([
  ['a static text', 'demo', 'demo'],
  ['nothing', '', ''],
  ['text that would be read as FEEL', '=5', '="=5"'],
  ['an escaped sign', '\\${a}', '${a}'],
  [
    'text with expressions',
    'Order ${id} of #{name}!',
    '="Order " + get or else(string(id), "") + " of " + get or else(string(name), "") + "!"',
  ],
  ['a brace within quotes', "${a == '}'}", '=a = "}"'],
])('%s', (_, text, expected) => {
  expect(feelOf(text)).toBe(expected)
})

test('the counters of a multi-instance activity are known in its completion condition only', () => {
  const condition = '${nrOfCompletedInstances / nrOfInstances >= 0.5}'
  expect(feelOf(condition, true)).toBe('=numberOfCompletedInstances / numberOfInstances >= 0.5')
  expect(feelOf(condition)).toBe('refused: nrOfCompletedInstances is known in a completion condition only')
})

test.each([
  ['${execution.id}', 'execution is an object of the engine of version 7'],
  ["${execution.setVariable('x', 1)}", 'execution.setVariable'],
  ['${task.assignee}', 'task is an object'],
  ['${currentUser()}', 'the function currentUser'],
  ['${bean.check(order)}', 'the method check'],
  ['${dateTime().withDayOfMonth(1)}', 'withDayOfMonth(…) of a moment'],
  ['${a', 'closing "}" is missing'],
  ['${{1, 2}}', 'sets and maps'],
  ['${a b}', '"b" is not expected there'],
  ['${a = 1}', '"= 1" can\'t be read'],
  ['${}', 'ends too early'],
  ['${a.}', 'a name is missing after "."'],
  ['${1e99}', 'the number 1e+99 is too large'],
  [`\${${'('.repeat(2_000)}a}`, 'nested too deeply'],
  [`\${${'!'.repeat(2_000)}a}`, 'nested too deeply'],
  [`\${${'a['.repeat(25)}b${']'.repeat(25)}}`, 'its translation is longer than 3000'],
  [`\${${'a + '.repeat(2_000)}a}`, 'longer than 3000 characters'],
])('refuses %.40s', (text, reason) => {
  expect(feelOf(text)).toContain(`refused: `)
  expect(feelOf(text)).toContain(reason)
})

const variables: Record<string, unknown> = {
  approved: true,
  none: null,
  items: ['a', 'b'],
  nothing: [],
  name: 'Ada',
  order: { id: 7, in: 'x', lines: [{ price: 3 }] },
  n: -7,
  i: 1,
  key: 'id',
}

test.each([
  ['${!approved}', false],
  ['${none == null}', true],
  ['${none != "a"}', true],
  ['${empty nothing}', true],
  ['${empty none}', true],
  ['${empty items}', false],
  ['${empty order}', false],
  ['${items[i]}', 'b'],
  ['${order[key]}', 7],
  ['${order.in}', 'x'],
  ['${order.lines[0].price * 2}', 6],
  ['${n % 2}', -1],
  ['${items.contains("b") && !name.contains("x")}', true],
  ['${items.contains("c")}', false],
  ['${name.substring(1, 3)}', 'da'],
  ['${name.substring(1)}', 'da'],
  ['${order.containsKey("id") && !order.containsKey("no")}', true],
  ['Dear ${name}, ${none}${order.id}.', 'Dear Ada, 7.'],
  ['${approved ? "yes" : "no"}', 'yes'],
  ['${name.equalsIgnoreCase("ADA")}', true],
  ['${loopless.size()}', null],
])('%s is worth %j', (text, expected) => {
  const feel = feelOf(text)
  const compiled = compileExpression(feel.slice(1))
  const value =
    compiled.ok && compiled.value.evaluate((variable) => variables[variable], { now: 0, zone: 'UTC' })
  expect(value).toEqual({ ok: true, value: expected })
})

test('tells texts with an expression from others', () => {
  expect(['${a}', 'a #{b}', '$a', '=a', '{a}'].map(hasJuel)).toEqual([true, true, false, false, false])
})
