import { tokens } from '../../document/span.ts'
import { inflect } from '../../language/inflect.ts'
import { childOf, childrenBy } from '../../language/tree.ts'
import { bodyEnd, firstWordOf, isClosed, isModal, isNegated, isQuestion, mainClause, tenseOf } from '../clause-parts.ts'
import { keep, put } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

export const splitWith: Rule = {
  name: 'split-with',
  because: 'The part with "with" is now a sentence of its own.',
  whenLong: true,
  examples: [
    [
      'The vote ended late on Tuesday night, with three members leaving the hall in anger.',
      'The vote ended late on Tuesday night.',
      'Three members left the hall in anger.',
    ],
  ],
  leavesAlone: [
    'The girl was found near the river, with her dog, by a man who was fishing there.',
    'The plan will go to a vote in May, with farmers hoping for a better price by then.',
  ],

  rewrite({ words }) {
    const main = mainClause(words)
    if (main === undefined || isQuestion(words)) return undefined
    const { verb } = main
    const tense = tenseOf(words, verb)
    if (tense !== 'past' || isModal(words, verb) || isNegated(words, verb)) return undefined
    for (const noun of childrenBy(words, verb, 'obl', 'advcl')) {
      const isClause = words[noun]?.xpos === 'VBG'
      const action = isClause ? noun : childOf(words, noun, 'acl')
      const link = words.findIndex(
        (word, at) =>
          at > verb &&
          word.text.toLowerCase() === 'with' &&
          (word.head === noun || word.head === action) &&
          words[at - 1]?.text === ',',
      )
      if (action === undefined || link < 0 || words[action]?.xpos !== 'VBG' || action < link) continue
      const doer = isClause ? childOf(words, noun, 'nsubj') : noun
      if (doer === undefined || doer > action || childrenBy(words, action, 'aux').length > 0) continue
      if (!isClosed(words, link, words.length, noun)) continue
      if (firstWordOf(words, noun) !== link) continue
      const lemma = words[action]?.lemma ?? ''
      const before = words.slice(link + 1, action)
      if (lemma === '' || lemma === 'be' || before.length === 0 || before.some((word) => word.text === ',')) continue
      const end = bodyEnd(words)
      return [
        [keep(tokens(0, link - 1)), keep(tokens(end, words.length))],
        [
          keep(tokens(link + 1, action)),
          put(inflect(lemma, 'VBD'), tokens(action, action + 1)),
          keep(tokens(action + 1, words.length)),
        ],
      ]
    }
    return undefined
  },
}
