import { tokens } from '../../document/span.ts'
import type { AnalysedSentence, Word } from '../../language/analysis.ts'
import { chunkFrom, finiteVerbAt, subjectFrom } from '../../language/chunks.ts'
import { isQuestion } from '../../language/clause-parts.ts'
import { isDefinite } from '../../language/insertions.ts'
import { timeOf } from '../../language/tenses.ts'
import { rootOf } from '../../language/tree.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'
import { isFreeDash } from './dash.ts'

export const dashList: Rule = {
  name: 'dash-list',
  because: 'The list between dashes is now a sentence of its own.',
  shows: true,
  byMarks: true,
  whenLong: true,
  examples: [
    [
      'Three countries - Norway, Iceland and Chile - refused to sign the treaty last week.',
      'Three countries refused to sign the treaty last week.',
      'They were Norway, Iceland and Chile.',
    ],
    [
      "The team's best players - Tom Reid, Sam Ortiz and Jai Kumar - will miss the final.",
      "The team's best players will miss the final.",
      'They are Tom Reid, Sam Ortiz and Jai Kumar.',
    ],
  ],
  leavesAlone: [
    'Some countries - Norway, Iceland and Chile - refused to sign the treaty last week.',
    'Four countries - Norway, Iceland and Chile - refused to sign the treaty last week.',
    'The council - the mayor, the clerk and the others - refused to sign the treaty last week.',
    'Two men - both drunk and angry - refused to leave the hotel on the main street.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    const marks = words.flatMap((_, at) => (isFreeDash(sentence, at) ? [at] : []))
    const [open, close, third] = marks
    if (open === undefined || close === undefined || third !== undefined || isQuestion(words)) return undefined
    if (words.slice(0, close).some((word) => /^["“”():;]$/u.test(word.text))) return undefined
    const subject = [0, 1].map((start) => subjectFrom(words.slice(0, open), start)).find((one) => one?.end === open)
    if (subject === undefined || finiteVerbAt(words, close + 1) === undefined) return undefined
    const count = listLength(sentence, open + 1, close)
    if (count === undefined || count < 2 || !isPluralOf(words, subject.head, count)) return undefined
    const verb = finiteVerbAt(words, close + 1) ?? close
    const time = words[verb]?.xpos === 'VBD' ? 'past' : timeOf(words, rootOf(words))
    if (time === undefined || context.cast.again(sentence, subject.head, context.origin) === undefined) return undefined
    return [
      [keep(tokens(0, open)), keep(tokens(close + 1, words.length))],
      [
        put(time === 'past' ? 'they were' : 'they are', tokens(subject.head, subject.head + 1)),
        keep(tokens(open + 1, close)),
      ],
    ]
  },
}

/** How many noun phrases stand in "A, B and C"; undefined where it is anything else. */
function listLength({ words }: AnalysedSentence, start: number, end: number): number | undefined {
  let at = start
  let count = 0
  let joined = false
  while (at < end) {
    const item = subjectFrom(words.slice(0, end), at) ?? chunkFrom(words, at)
    if (item === undefined || item.end > end || words[item.head]?.upos === 'PRON') return undefined
    count += 1
    at = item.end
    if (at === end) break
    if (words[at]?.text === ',' && words[at + 1]?.text.toLowerCase() !== 'and') at += 1
    else {
      if (joined) return undefined
      at += words[at]?.text === ',' ? 1 : 0
      if (words[at]?.text.toLowerCase() !== 'and') return undefined
      joined = true
      at += 1
    }
  }
  return joined ? count : undefined
}

const numbers: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8 }

/** Whether a plural noun may be all that the list names: its number is the list's, or it is known and has none. */
function isPluralOf(words: readonly Word[], head: number, count: number): boolean {
  if (!/^NNP?S$/.test(words[head]?.xpos ?? '') && words[head]?.lemma !== 'people') return false
  const given = words.slice(Math.max(0, head - 4), head).find((word) => word.upos === 'NUM')
  if (given !== undefined) return (numbers[given.text.toLowerCase()] ?? Number(given.text)) === count
  return isDefinite(words, head)
}
