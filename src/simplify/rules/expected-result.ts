import { tokens } from '../../document/span.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

/** What something foreseen will bring about. */
const results = new Set(
  'bring cause leave force make create lead lift push raise cut add give allow hit affect mean trigger send'.split(' '),
)

/** "The storm is expected to reach the coast, bringing heavy rain." → "… This is expected to bring heavy rain." */
export const expectedResult: Rule = {
  name: 'expected-result',
  because: 'What it is expected to bring now stands in a sentence of its own.',
  shows: true,
  byMarks: true,
  whenLong: true,
  examples: [
    [
      'The storm is expected to reach the coast on Friday night, bringing heavy rain that could lead to floods.',
      'The storm is expected to reach the coast on Friday night.',
      'This is expected to bring heavy rain that could lead to floods.',
    ],
  ],
  leavesAlone: [
    'The storm is not expected to reach the coast on Friday night, bringing hope to the farmers in the north.',
    'The storm reached the coast on Friday night, bringing heavy rain that led to floods in two towns.',
    'The ship is expected to reach the coast on Friday night, carrying food and fuel for the islands.',
  ],

  rewrite({ words }): Rewrite | undefined {
    if (isQuestion(words) || words.some((word) => /^(?:["“”;:]|not|n['’]t|if|unless|whether)$/iu.test(word.text)))
      return undefined
    const end = bodyEnd(words)
    const hope = words.findIndex(
      (word, at) =>
        /^(?:expected|likely|forecast|predicted|tipped|set|due)$/i.test(word.text) &&
        words[at + 1]?.text === 'to' &&
        words[at + 2]?.xpos === 'VB' &&
        /^(?:is|are)$/i.test(words[at - 1]?.text ?? ''),
    )
    const open = words.findLastIndex((word, at) => word.text === ',' && words[at + 1]?.xpos === 'VBG')
    const verb = words[open + 1]
    if (hope < 0 || open < hope + 3 || verb === undefined || !results.has(verb.lemma) || end - open < 4)
      return undefined
    if (words.slice(0, hope).some((word) => /^(?:which|who|that|when|while|as)$/i.test(word.text))) return undefined
    return [
      [keep(tokens(0, open)), keep(tokens(end, words.length))],
      [
        put(`this is ${words[hope]?.text.toLowerCase()} to`, tokens(hope - 1, hope + 2)),
        put(verb.lemma, tokens(open + 1, open + 2)),
        keep(tokens(open + 2, words.length)),
      ],
    ]
  },
}
