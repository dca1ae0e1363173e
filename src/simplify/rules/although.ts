import { tokens } from '../../document/span.ts'
import { childOf, childrenBy, hasFiniteVerb, subjectOf, subtreeOf } from '../../language/tree.ts'
import { isClosed, isQuestion, mainClause } from '../clause-parts.ts'
import { keep, put } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

export const although: Rule = {
  name: 'although',
  because: '"But" is easier than "although".',
  examples: [
    [
      'Although the fire is smaller, people cannot go home yet.',
      'The fire is smaller.',
      'But people cannot go home yet.',
    ],
    ['The team lost the game, although it led at half-time.', 'The team lost the game.', 'But it led at half-time.'],
  ],
  leavesAlone: ['Although tired, the crew went on.', 'Sales rose although not by much.'],

  rewrite({ words }) {
    const main = mainClause(words)
    if (main === undefined || isQuestion(words)) return undefined
    const { verb, subject } = main
    for (const clause of childrenBy(words, verb, 'advcl')) {
      const mark = childOf(words, clause, 'mark')
      if (mark === undefined || subjectOf(words, clause) === undefined || !hasFiniteVerb(words, clause)) continue
      const text = words[mark]?.text.toLowerCase()
      const isEven = words[mark - 1]?.text.toLowerCase() === 'even' && text === 'though'
      if (text !== 'although' && text !== 'though' && text !== 'whereas') continue
      const start = isEven ? mark - 1 : mark
      if (start === 0) {
        const all = subtreeOf(words, clause)
        const comma = (all.at(-1) ?? clause) + 1
        const cut = words[comma]?.text === ',' ? comma : words[comma - 1]?.text === ',' ? comma - 1 : undefined
        if (cut === undefined || cut > subject || !isClosed(words, 0, cut, clause)) continue
        return [
          [keep(tokens(mark + 1, cut))],
          [put('but', tokens(start, mark + 1)), keep(tokens(cut + 1, words.length))],
        ]
      }
      if (words[start - 1]?.text !== ',' || !isClosed(words, start, words.length, clause)) continue
      return [[keep(tokens(0, start - 1))], [put('but', tokens(start, mark + 1)), keep(tokens(mark + 1, words.length))]]
    }
    return undefined
  },
}
