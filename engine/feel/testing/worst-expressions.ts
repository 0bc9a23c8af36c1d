/** `{a0: seed, a1: step of a0, …}.aN`: sixty doublings. */
function doubling(seed: string, step: (name: string) => string, last = 'a60'): string {
  const entries = Array.from({ length: 60 }, (_entry, i) => `a${i + 1}: ${step(`a${i}`)}`)
  return `{a0: ${seed}, ${entries.join(', ')}, z: ${last}}.z`
}

const pair = (name: string): string => `[${name}, ${name}]`

export interface WorstExpression {
  readonly name: string
  readonly text: string
  readonly variables: Readonly<Record<string, unknown>>
  /** How it has to end: by a value, or by running out of fuel or out of calls. */
  readonly end: 'value' | 'feel_out_of_fuel' | 'feel_too_deep'
}

/** The few that end otherwise than by running out of fuel. */
const OTHER_ENDS = new Map<string, WorstExpression['end']>([
  ['an endless recursion', 'feel_too_deep'],
  ['a type test of a shared structure', 'value'],
  ['a backtracking pattern', 'value'],
  ['a pattern of many copies', 'value'],
  ['a joined list', 'value'],
])

const numbers = (length: number): number[] => Array.from({ length }, (_item, i) => (i * 7919) % length)
const VARIABLES = {
  many: numbers(100_000),
  texts: numbers(50_000).map((n) => `text ${n}`),
  words: 'lorem ipsum dolor sit amet '.repeat(8_000),
  records: numbers(20_000).map((n) => ({ n, name: `name ${n}`, tags: ['a', 'b'] })),
  record: Object.fromEntries(numbers(20_000).map((n) => [`key ${n}`, n])),
  nested: Array.from({ length: 9 }).reduce<unknown>((inner) => [inner, inner, inner], [1]),
}

/** Expressions made to run long, to grow, or to be deep: the ways in which FEEL may stop a process that has no bounds. */
export const WORST_EXPRESSIONS: readonly WorstExpression[] = [
  ['a huge loop', 'for i in 1..1e9 return i'],
  ['a loop over huge dates', 'for d in @"0001-01-01"..@"999999-12-31" return d'],
  ['a huge quantifier', 'some i in 1..1e15 satisfies i < 0'],
  ['nested loops', 'count(for i in 1..1e5, j in 1..1e5 return 1)'],
  ['a loop over loops', 'for i in 1..1e5 return for j in 1..1e5 return i * j'],
  ['a loop of contexts', 'for i in 1..1e6 return {a: i, b: {c: i, d: [i]}}'],
  ['a loop that keeps its partial results', 'for i in 1..1e5 return partial'],
  ['a loop that counts its partial results', 'for i in 1..1e5 return count(partial)'],
  ['an endless recursion', '(function(f) f(f))(function(f) f(f))'],
  [
    'an exponential recursion',
    '{f: function(g, n) if n = 0 then 1 else g(g, n - 1) + g(g, n - 1), r: f(f, 60)}.r',
  ],
  ['a doubling text', doubling('"0123456789"', (name) => `${name} + ${name}`)],
  ['a doubling list', doubling('[1]', (name) => `concatenate(${name}, ${name})`)],
  ['a shared structure as result', doubling('[1]', pair)],
  ['a shared structure as text', doubling('[1]', pair, 'string(a60)')],
  ['a flattened shared structure', doubling('[1]', pair, 'flatten(a60)')],
  [
    'two shared structures compared',
    `{x: ${doubling('[1]', pair)}, y: ${doubling('[1]', pair)}, z: x = y}.z`,
  ],
  ['a large record compared with many', 'records[record = item]'],
  [
    'a type test of a shared structure',
    `${doubling('[1]', pair)} instance of ${'list<'.repeat(10)}Any${'>'.repeat(10)}`,
  ],
  ['a backtracking pattern', `matches("${'a'.repeat(2000)}!", "(a+)+$")`],
  ['a pattern that looks ahead at each match', `replace("${'ab'.repeat(1200)}", ".*c|a", "")`],
  ['a pattern of many copies', `matches("${'a'.repeat(2000)}", "${'a{100}'.repeat(40)}")`],
  ['many patterns', 'for i in 1..1e5 return matches("a", "a{50}" + string(i))'],
  ['many long patterns', `for i in 1..1e5 return matches("a", "${'(ab|cd)*'.repeat(300)}" + string(i))`],
  [
    'many patterns of categories',
    `for i in 1..1e5 return matches("a", "${'\\\\w'.repeat(40)}" + string(i), "i")`,
  ],
  ['many wrong patterns', 'for i in 1..1e5 return matches("a", "(" + string(i))'],
  ['many patterns too large', `for i in 1..1e5 return matches("a", "${'a{1000}'.repeat(50)}" + string(i))`],
  ['one pattern on many texts', 'for t in texts return matches(t, "^[a-z]+ [0-9]+$")'],
  ['a pattern on a long text', 'matches(words, "(l|o|r|e|m)*( |x|y)?ipsum.*zzz")'],
  ['a pattern of categories on a long text', 'matches(words, "^(\\\\w+\\\\s*)*!$")'],
  ['a replacement that grows', 'replace(words, "[a-z]", "$0$0$0$0$0$0$0$0$0")'],
  ['a replacement with many groups', 'replace(words, "(((((((((.)))))))))", "$1$2$3$4$5$6$7$8$9")'],
  ['a split of a long text', 'split(words, "[aeiou]")'],
  ['many splits', 'for i in 1..1e5 return split(words, "z+")'],
  ['extraction from a long text', 'extract(words, "[a-z]")'],
  ['a growing duration', 'for i in 1..1e5 return if i = 1 then @"P1D" else partial[-1] * 1e15'],
  ['many durations', 'for i in 1..1e6 return @"P1D" * i + @"PT1S" / 7'],
  ['many dates', 'for i in 1..1e6 return @"2026-01-31" + @"P1M" * i'],
  ['many differences of dates', 'for i in 1..1e6 return @"2026-01-31T10:00:00" - @"1970-01-01T00:00:00"'],
  ['many dates from text', 'for i in 1..1e6 return date("2026-01-" + string(10 + modulo(i, 18)))'],
  ['many texts of moments', 'for i in 1..1e6 return string(@"2026-01-31T10:00:00.123456789" + @"PT1S" * i)'],
  ['many wrong dates', 'for i in 1..1e6 return date and time("2026-01-31T10:00:00.12345x" + string(i))'],
  ['many weeks', 'for i in 1..1e6 return week of year(@"2026-01-31")'],
  ['many zones', 'for i in 1..1e5 return time("10:00:00@Nowhere/X" + string(i))'],
  [
    'many moments in zones',
    'for i in 1..1e5 return time("10:00:00@Europe/Paris") < time("10:00:00@Asia/Tokyo")',
  ],
  ['many additions in zones', 'for i in 1..1e5 return @"2026-01-31T10:00:00@Europe/Paris" + @"PT1S" * i'],
  ['many offsets of zones', 'for i in 1..1e5 return @"2026-01-31T10:00:00@Europe/Paris".time offset'],
  [
    'many conversions of zones',
    'for i in 1..1e5 return date and time(@"2026-01-31T10:00:00@Europe/Paris", "Asia/Tokyo")',
  ],
  ['many clocks', 'for i in 1..1e5 return now()'],
  ['a quadratic search', 'duplicate values(for i in 1..50000 return i)'],
  ['distinct values of many', 'distinct values(many)'],
  ['distinct values of records', 'distinct values(records)'],
  ['a union of many', 'union(many, texts)'],
  ['index of in a loop', 'for i in many return index of(many, i)'],
  ['list contains in a loop', 'for i in many return list contains(many, i)'],
  ['a sort', 'sort(many)'],
  [
    'a sort by an expensive order',
    'sort(for i in 1..50000 return modulo(i * 7919, 50000), function(a, b) count([a, b]) = 2 and a < b)',
  ],
  ['a sort of a huge list by an order', 'sort(many, function(a, b) a < b)'],
  ['a sort of texts', 'sort(texts, function(a, b) a > b)'],
  ['an inconsistent order', 'sort(many, function(a, b) true)'],
  ['a filter of a filter', 'many[item > 1][item > 2][item > 3][item > 4][item > 5][item > 6]'],
  ['a filter in a loop', 'for i in many return many[item = i]'],
  ['a filter of records', 'records[n > 5 and contains(name, "7")]'],
  ['a path through records', 'for i in 1..1e5 return records.tags'],
  ['statistics of many', 'for i in 1..1e5 return [median(many), stddev(many), mode(many), sum(many)]'],
  ['a minimum of many texts', 'for i in 1..1e5 return min(texts)'],
  ['a joined list', 'string join(texts, ", ")'],
  ['many joined lists', 'for i in 1..1e5 return string join(texts, ", ")'],
  ['a long text in pieces', 'for i in 1..1e5 return substring(words, i, 10)'],
  ['the length of a long text', 'for i in 1..1e5 return string length(words)'],
  ['a long text in capitals', 'for i in 1..1e5 return upper case(words)'],
  ['a search in a long text', 'for i in 1..1e5 return contains(words, "zzz")'],
  ['two long texts compared', 'for i in 1..1e5 return words + "a" = words + "b"'],
  ['two lists compared', 'for i in 1..1e5 return records = records'],
  ['numbers from long texts', `for i in 1..1e6 return number("${'9'.repeat(300)}")`],
  ['big powers', 'for i in 1..1e6 return 1.0000001 ** i'],
  ['many roundings', 'for i in 1..1e6 return round half up(i / 7, 3)'],
  ['many roundings to far places', 'for i in 1..1e6 return decimal(i / 7e300, 300)'],
  ['many numbers as text', 'for i in 1..1e6 return string(i / 7)'],
  ['a large context put', 'for i in 1..1e5 return context put(record, "x", i)'],
  ['a large context merge', 'for i in 1..1e5 return context merge([record, record])'],
  ['entries of a large context', 'for i in 1..1e5 return get entries(record)'],
  ['a large context from entries', 'context(for i in 1..1e6 return {key: string(i), value: i})'],
  ['a deep variable as text', 'for i in 1..1e5 return string(nested)'],
  ['a deep variable flattened', 'for i in 1..1e5 return flatten(nested)'],
  ['a removal in a loop', 'for i in 1..1e5 return remove(many, 1)'],
  ['an insertion in a loop', 'for i in 1..1e5 return insert before(many, 1, i)'],
  ['a replacement in a list', 'for i in 1..1e5 return list replace(many, function(a, b) a < b, i)'],
  ['a reversal in a loop', 'for i in 1..1e5 return reverse(many)'],
  ['many sublists', 'for i in 1..1e5 return sublist(many, 2)'],
  ['a partition', 'for i in 1..1e5 return partition(many, 1)'],
  ['many ranges from text', 'for i in 1..1e6 return range("[" + string(i) + "..10000000)")'],
  ['many relations of ranges', 'for i in 1..1e6 return overlaps([1..i], [i..1e9])'],
  ['a between of texts', 'for i in 1..1e5 return words + "a" between words and words + "b"'],
  ['many calls by name', '{f: function(a, b) a + b, r: for i in 1..1e6 return f(b: i, a: 1)}.r'],
  ['many functions', 'for i in 1..1e6 return function(a) a + i'],
  ['many type tests', 'for i in 1..1e6 return {a: i} instance of context<a: number>'],
  ['many conditions', `for i in 1..1e6 return ${'i > 0 and '.repeat(60)}true`],
  ['a long sum', `for i in 1..1e6 return ${'i + '.repeat(200)}1`],
  ['a long list', `for i in 1..1e6 return [${'i, '.repeat(900)}1]`],
].map(([name = '', text = '']) => ({
  name,
  text,
  variables: VARIABLES,
  end: OTHER_ENDS.get(name) ?? 'feel_out_of_fuel',
}))
