import type { Pair } from './read-pairs.ts'
import { sentencesOf, wordCount } from './sentences.ts'

const levels = [
  { name: 'level2', mostWords: 20 },
  { name: 'level1', mostWords: 15 },
] as const

/** What breaks the rules for our easy versions: long sentences, names or numbers that the source does not have, changed quotes. */
export function faultsOf(pair: Pair): readonly string[] {
  return levels.flatMap(({ name, mostWords }) => {
    const text = pair[name]
    const long = sentencesOf(text)
      .filter((sentence) => wordCount(sentence) > mostWords)
      .map((sentence) => `${name}: ${wordCount(sentence)} words, at most ${mostWords}: ${sentence}`)
    const known = new Set((pair.adds ?? []).flatMap((added) => [added, ...namesOf(`x ${added}`)]))
    return [
      ...long,
      ...newNames(text, pair.source)
        .filter((added) => !known.has(added))
        .map((added) => `${name}: the source has no name "${added}"`),
      ...newNumbers(text, pair.source)
        .filter((added) => !known.has(added))
        .map((added) => `${name}: the source has no number ${added}`),
      ...changedQuotes(text, pair.source).map((quote) => `${name}: the source has no quote "${quote}"`),
    ]
  })
}

/** Capitalised words of a text that do not start a sentence or a quote and do not stand in the source in any form. */
export function newNames(text: string, source: string): readonly string[] {
  const words = new Set(source.toLowerCase().match(/[\p{L}\p{M}]+/gu))
  const names = sentencesOf(text).flatMap(namesOf)
  return [...new Set(names)].filter((name) => !words.has(name.toLowerCase()))
}

function namesOf(sentence: string): readonly string[] {
  return [...sentence.matchAll(/[\p{L}\p{M}]+/gu)].flatMap((match) => {
    const before = sentence.slice(0, match.index)
    const startsQuote = /(?:^|[:,] )["“‘']?$/u.test(before) || /^["“‘'$]*$/u.test(before)
    return startsQuote || !/^\p{Lu}/u.test(match[0]) || /^(?:I|Mr|Ms|Mrs|Dr)$/.test(match[0]) ? [] : [match[0]]
  })
}

/** Numbers in digits that the source has neither in digits nor in words. */
export function newNumbers(text: string, source: string): readonly string[] {
  const known = new Set([...numbersOf(source), ...spelledNumbers(source)])
  return [...new Set(numbersOf(text))].filter((number) => !known.has(number))
}

function numbersOf(text: string): readonly string[] {
  return [...text.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g)].map(([number]) => number.replaceAll(',', ''))
}

/** Quotes of a text whose words do not stand like that in the quotes of the source; a quote that was parted there may be one. */
function changedQuotes(text: string, source: string): readonly string[] {
  const said = wordsOf(quotesOf(source).join(' '))
  return quotesOf(text).filter((quote) => !` ${said} `.includes(` ${wordsOf(quote)} `))
}

function quotesOf(text: string): readonly string[] {
  return [...text.matchAll(/"([^"]*)"|(?<=^|[\s(])'([^']*)'(?=$|[\s,;:.)])/g)].map(
    ([, double, single]) => double ?? single ?? '',
  )
}

function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{M}\d$€£%]+/gu) ?? []).join(' ')
}

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'
const words: ReadonlyMap<string, number> = new Map([
  ...units.split(' ').map((word, value) => [word, value] as const),
  ...tens.split(' ').map((word, index) => [word, 20 + 10 * index] as const),
  ...'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
    .split(' ')
    .map((word, index) => [word, index + 1] as const),
  // "the couple", "twice", "a decade", "half", "a dozen" are said in digits too.
  ...([
    ['a', 1],
    ['an', 1],
    ['single', 1],
    ['only', 1],
    ['once', 1],
    ['both', 2],
    ['couple', 2],
    ['pair', 2],
    ['twins', 2],
    ['twice', 2],
    ['half', 2],
    ['doubled', 2],
    ['double', 2],
    ['thirds', 2],
    ['tripled', 3],
    ['quarter', 4],
    ['decade', 10],
    ['dozen', 12],
    ['century', 100],
    ['teens', 13],
  ] as const),
])

function spelledNumbers(source: string): readonly string[] {
  const spelled = source.toLowerCase().match(/\p{L}+/gu) ?? []
  return spelled.flatMap((word, at) => {
    const value = words.get(word)
    if (value === undefined) return []
    const next = words.get(spelled[at + 1] ?? '')
    const joined = value >= 20 && next !== undefined && next < 10 ? [String(value + next)] : []
    return [String(value), ...joined]
  })
}
