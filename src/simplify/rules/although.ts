import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { childOf, childrenBy, hasFiniteVerb, subjectOf, subtreeOf } from '../../language/tree.ts'
import { isClosed, isQuestion, mainClause } from '../clause-parts.ts'
import { keep, put } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

export const although: Rule = {
  name: 'although',
  because: '"But" is easier than "although".',
  shows: true,
  examples: [
    [
      'Although the fire is smaller, people cannot go home yet.',
      'The fire is smaller.',
      'But people cannot go home yet.',
    ],
    ['The team lost the game, although it led at half-time.', 'The team lost the game.', 'But it led at half-time.'],
    [
      'While farmers welcomed the plan, doctors warned of new dangers.',
      'Farmers welcomed the plan.',
      'But doctors warned of new dangers.',
    ],
    [
      'The north of the state had heavy rain, while farmers in the south lost their crops.',
      'The north of the state had heavy rain.',
      'Meanwhile, farmers in the south lost their crops.',
    ],
  ],
  leavesAlone: [
    'Although tired, the crew went on.',
    'Sales rose although not by much.',
    'While he was in hospital, thieves took his car.',
    'The man was hit by a branch while he was cutting wood.',
  ],

  rewrite({ words }) {
    const main = mainClause(words)
    if (main === undefined || isQuestion(words)) return undefined
    const { verb, subject } = main
    for (const clause of childrenBy(words, verb, 'advcl')) {
      const mark = childOf(words, clause, 'mark')
      const own = subjectOf(words, clause)
      if (mark === undefined || own === undefined || !hasFiniteVerb(words, clause)) continue
      const text = words[mark]?.text.toLowerCase()
      const isEven = words[mark - 1]?.text.toLowerCase() === 'even' && text === 'though'
      const isWhile = text === 'while' || text === 'whilst'
      if (text !== 'although' && text !== 'though' && text !== 'whereas' && !isWhile) continue
      // "while he was away" tells when, not "but".
      if (
        isWhile &&
        (isOngoing(words, clause) || words[own]?.text.toLowerCase() === words[subject]?.text.toLowerCase())
      )
        continue
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
      const link = isWhile ? 'meanwhile,' : 'but'
      return [[keep(tokens(0, start - 1))], [put(link, tokens(start, mark + 1)), keep(tokens(mark + 1, words.length))]]
    }
    return undefined
  },
}

/** "was away", "were waiting": a state in which something else happens. Also what a pronoun did: it is the same person. */
function isOngoing(words: readonly Word[], clause: number): boolean {
  if (childOf(words, clause, 'cop') !== undefined) return true
  const subject = subjectOf(words, clause)
  if (subject !== undefined && words[subject]?.upos === 'PRON') return true
  const helper = childrenBy(words, clause, 'aux').map((at) => words[at])
  return words[clause]?.xpos === 'VBG' && helper.some((word) => word?.lemma === 'be')
}
