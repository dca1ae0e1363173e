import { tokens } from '../../document/span.ts'
import { finiteVerbAt, subjectFrom } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

/** "He was hoping for the best, not having been able to get insurance." → "… He had not been able to get insurance." */
export const havingDone: Rule = {
  name: 'having-done',
  because: 'What came before it now stands in a sentence of its own.',
  shows: true,
  byMarks: true,
  whenLong: true,
  examples: [
    [
      'He was hoping for the best, not having been able to get flood insurance for the shop this year.',
      'He was hoping for the best.',
      'He had not been able to get flood insurance for the shop this year.',
    ],
    [
      'Mr Lee left the company on Friday, having told the board in May that he was tired of the job.',
      'Mr Lee left the company on Friday.',
      'He had told the board in May that he was tired of the job.',
    ],
  ],
  leavesAlone: [
    'Mr Lee met the mayor on Friday night, having a cup of tea with him in the old town hall.',
    'The plan to sell the old port to a bank was stopped on Friday, having cost the state a lot.',
    'Mr Lee will leave the company on Friday, having told the board that he was tired of the job.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || words.some((word) => /^["“”;:]$/u.test(word.text))) return undefined
    const end = bodyEnd(words)
    const at = words.findLastIndex((word) => word.text === 'having')
    const isNot = words[at - 1]?.text === 'not'
    const open = isNot ? at - 2 : at - 1
    const done = words[at + 1]
    if (open < 3 || words[open]?.text !== ',' || done?.xpos !== 'VBN' || end - at < 4) return undefined
    const subject = subjectFrom(words, 0)
    const verb = subject === undefined ? undefined : finiteVerbAt(words, subject.end)
    if (subject === undefined || verb === undefined || words[verb]?.xpos !== 'VBD') return undefined
    // What a thing had done is mostly done by somebody else; another comma would make the owner unsure.
    const head = words[subject.head]
    const isPronoun = /^(?:he|she|they)$/i.test(head?.text ?? '')
    const naming = isPronoun ? undefined : context.cast.again(sentence, subject.head, context.origin)
    if (!isPronoun && naming?.isPerson !== true) return undefined
    if (words.slice(verb, open).some((word) => word.text === ',' || /^(?:that|who|which)$/i.test(word.text)))
      return undefined
    const who: Piece = isPronoun
      ? keep(tokens(0, subject.end))
      : put(naming?.pronoun ?? naming?.text ?? '', tokens(0, subject.end))
    return [
      [keep(tokens(0, open)), keep(tokens(end, words.length))],
      [who, put(isNot ? 'had not' : 'had', tokens(open + 1, at + 1)), keep(tokens(at + 1, words.length))],
    ]
  },
}
