import { tokens } from '../../document/span.ts'
import { lengthOnPage } from '../../language/insertions.ts'
import { tailClauseOf } from '../../language/tail-clause.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'
import { ownClause } from './pronoun-owners.ts'
import { worthSplitting } from './this-was-after.ts'

/** "A although B" → "A. But B." by word classes, where the tree hangs B on another verb or no comma stands before it. */
export const althoughMarks: Rule = {
  name: 'although-marks',
  because: '"But" is easier than "although".',
  shows: true,
  byMarks: true,
  certain: true,
  whenLong: true,
  examples: [
    [
      'The profits of the firm rose by 14 per cent last year although it closed 30 of its shops and lost 2,000 workers.',
      'The profits of the firm rose by 14 per cent last year.',
      'But it closed 30 of its shops and lost 2,000 workers.',
    ],
  ],
  leavesAlone: [
    'The team did not reach the final in the end although it had won all of its games at home since May.',
    'The two men looked as though they had not slept for days when they came out of the cave on Monday night.',
    'The mayor said the road was safe and well lit, although two people were hurt there in a crash last week.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (lengthOnPage(words) + context.before < worthSplitting[context.level]) return undefined
    const tail = tailClauseOf(words, /^(?:although|though|whereas)$/)
    if (tail === undefined || /^(?:as|even|just|also)$/i.test(words[tail.at - 1]?.text ?? '')) return undefined
    // Behind a comma a claim may have ended.
    if (context.before > 0 && tail.hasComma && !/^(?:had|would|could)$/i.test(words[tail.own.verb]?.text ?? ''))
      return undefined
    if (words.slice(0, tail.at).some((word) => /^(?:not|n['’]t|no|never|nobody|if)$/i.test(word.text))) return undefined
    const clause = ownClause(sentence, tail, context)
    if (clause === undefined) return undefined
    return [
      [keep(tokens(0, tail.hasComma ? tail.at - 1 : tail.at))],
      [put('but', tokens(tail.at, tail.at + 1)), ...clause],
    ]
  },
}
