import { evaluateText } from '../testing/evaluate-text.ts'

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\')}"`

describe('patterns are read as XPath reads them', () => {
  test.each([
    ['white space is left out under x', 'helloworld', 'hello world', 'x', true],
    ['also after a backslash', 'hello world', 'hello\\ sworld', 'x', true],
    ['but kept within a class', 'helloworld', 'hello[ ]world', 'x', false],
    ['\\w is letters of all scripts', 'سلام', '^\\w+$', '', true],
    ['and the underscore', 'a_b', '^\\w+$', '', true],
    ['\\d is digits of all scripts', '۱۲', '^\\d+$', '', true],
    ['\\S is no white space', 'a b', '^\\S+$', '', false],
    ['\\i and \\c are what XML names are made of', 'ab-1', '^\\i\\c*$', '', true],
    ['no name begins with a digit', '1b', '^\\i\\c*$', '', false],
    ['escapes work within classes', 'a-b.c', '^[\\w.-]+$', '', true],
    ['a block is named', 'ά', '^\\p{IsGreek}$', '', true],
    ['or excluded', 'ά', '^\\P{IsGreek}$', '', false],
    ['a class may take another away', 'b', '[a-c-[b]]', '', false],
    ['and keeps the rest', 'c', '[a-c-[b]]', '', true],
    ['a negated class, too', 'x', '[^a-c-[x]]', '', false],
    ['what is taken away from categories is refused', 'x', '[\\w-[x]]', '', null],
    ['so are back references', 'aa', '(a)\\1', '', null],
    ['and unknown flags', 'a', 'a', 'z', null],
    ['a bracket within a class is itself', '[', '[[]', '', true],
    ['an open class is refused', 'a', '[a', '', null],
    ['the dot stops at a line', 'a\nb', 'a.b', '', false],
    ['unless s is given', 'a\nb', 'a.b', 's', true],
    ['a mail address', 'a.b@example.org', '^[\\w.+-]{1,64}@[\\w-]+\\.[\\w.-]{2,}$', '', true],
  ])('%s', (_name, input, pattern, flags, expected) => {
    const call = `matches(${quoted(input)}, ${quoted(pattern)}, ${quoted(flags)})`
    expect(evaluateText(call)).toBe(expected)
  })
})

describe('a replacement', () => {
  test.each([
    ['may name groups', 'abcde', '(a)(b)', '$2$1', 'bacde'],
    ['takes as many digits as there are groups', 'abcde', '(a)(b)', '$12', 'a2cde'],
    ['has nothing for a group that does not exist', 'abcde', '(a)(b)', '$3', 'cde'],
    ['may hold an escaped dollar', 'abc', 'b', '\\$', 'a$c'],
    ['holds no other', 'abc', 'b', '$', null],
    ['holds no stray backslash', 'abc', 'b', '\\', null],
    ['is refused for a pattern that matches nothing at all', 'abc', 'x*', '-', null],
  ])('%s', (_name, input, pattern, replacement, expected) => {
    const call = `replace(${quoted(input)}, ${quoted(pattern)}, ${quoted(replacement)})`
    expect(evaluateText(call)).toBe(expected)
  })
})
