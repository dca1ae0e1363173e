import { tokens } from '../../document/span.ts'
import { clauseFollows, finiteVerbAt, subjectFrom } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { isReporting } from '../../language/reporting.ts'
import { keep, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

/** "She said A and that B": the second "that" shows where the second claim begins. It works on a claim whose speaker is off. */
export const andThat: Rule = {
  name: 'and-that',
  because: 'The two things that were said now have a sentence each.',
  shows: true,
  byMarks: true,
  whenLong: true,
  examples: [
    [
      'The doctor said no patient had been put at risk and that surgery would go on as planned in May.',
      'The doctor said no patient had been put at risk.',
      'The doctor said surgery would go on as planned in May.',
    ],
  ],
  leavesAlone: [
    'The doctor said the minister knew that the ward was full and that surgery would go on as planned.',
    'The doctor said the ward was full in March and that year was the worst in the history of the hospital.',
    'The state must show that the ward is safe and that surgery can go on as planned in the old wing.',
  ],

  rewrite({ words }, context): Rewrite | undefined {
    if (context.before === 0 || isQuestion(words) || words.some((word) => /^["“”;:]$/u.test(word.text)))
      return undefined
    const end = bodyEnd(words)
    for (let at = 4; at < end - 3; at += 1) {
      if (!/^(?:and|but)$/i.test(words[at]?.text ?? '') || words[at + 1]?.text.toLowerCase() !== 'that') continue
      if (!clauseFollows(words, at + 2)) continue
      // "said the minister knew A and that B": the second may be what the minister knew.
      const isDeeper = words
        .slice(0, at)
        .some(
          (word) =>
            /^(?:that|whether|if)$/i.test(word.text) ||
            (word.upos === 'VERB' &&
              (isReporting(word.lemma) || /^(?:know|find|show|hope|mean|learn|decide)$/.test(word.lemma))),
        )
      const first = subjectFrom(words, 0)
      if (isDeeper || first === undefined || finiteVerbAt(words, first.end) === undefined) continue
      const cut = words[at - 1]?.text === ',' ? at - 1 : at
      const joint = words[at]?.text.toLowerCase() === 'but' ? [keep(tokens(at, at + 1))] : []
      return [
        [keep(tokens(0, cut)), keep(tokens(end, words.length))],
        [...joint, keep(tokens(at + 2, words.length))],
      ]
    }
    return undefined
  },
}
