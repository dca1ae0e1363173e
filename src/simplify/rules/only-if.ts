import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { clauseFollows, mainStart, opensClause } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { lengthOnPage } from '../../language/insertions.ts'
import { verbGroupAt } from '../../language/tail-clause.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'
import { isLastingVerb, worthSplitting } from './this-was-after.ts'

/** "A will happen, provided that B" → "A. This will happen only if B." */
export const onlyIf: Rule = {
  name: 'only-if',
  because: '"Only if" is easier than "provided that".',
  shows: true,
  byMarks: true,
  whenLong: true,
  examples: [
    [
      'The state will pay half of the cost of the new oven, provided that the firm keeps at least 1,800 people on its books.',
      'The state will pay half of the cost of the new oven.',
      'This will happen only if the firm keeps at least 1,800 people on its books.',
    ],
  ],
  leavesAlone: [
    'The state will pay half of the cost of the new oven with money provided by the firm and its owner in the city.',
    'The new law would not stop people from fishing in the bay, provided that they throw all of the small fish back.',
    'The firm provided that part of the city with water and all of its power for more than 60 years.',
  ],

  rewrite({ words }, { level, before }): Rewrite | undefined {
    if (isQuestion(words) || lengthOnPage(words) + before < worthSplitting[level]) return undefined
    const link = words.findIndex((_, at) => at > 4 && linkLength(words, at) > 0)
    if (link < 0 || words.some((word) => /^["“”;:()]$/u.test(word.text))) return undefined
    const start = link + linkLength(words, link)
    const main = mainStart(words, link)
    if (main === undefined || !clauseFollows(words, start) || opensClause(words, 0, link)) return undefined
    const group = verbGroupAt(words, main.verb)
    const modal = words[main.verb]?.text.toLowerCase() ?? ''
    if (!/^(?:will|would)$/.test(modal) || group.isNegated || words.slice(0, link).some(isUnsure)) return undefined
    // "can finish, provided they do so": what they do is told by the first part.
    if (words.slice(start).some((word, at) => /^so$/i.test(word.text) && words[start + at - 1]?.lemma === 'do'))
      return undefined
    const isLasting = group.isState || isLastingVerb(words[group.head]?.lemma ?? '')
    const end = bodyEnd(words)
    if (words.slice(start, end).some((word) => /^(?:but|unless|because|although)$/i.test(word.text))) return undefined
    return [
      [keep(tokens(0, words[link - 1]?.text === ',' ? link - 1 : link))],
      [
        put(`this ${modal} ${isLasting ? 'be so' : 'happen'} only if`, tokens(link, start)),
        keep(tokens(start, words.length)),
      ],
    ]
  },
}

/** How many words of "provided (that)", "on (the) condition that" stand at `at`; 0 where something else does. */
function linkLength(words: readonly Word[], at: number): number {
  const text = (place: number): string => words[at + place]?.text.toLowerCase() ?? ''
  if (/^(?:provided|providing)$/.test(text(0))) {
    if (text(1) === 'that') return 2
    return words[at - 1]?.text === ',' ? 1 : 0
  }
  if (text(0) !== 'on') return 0
  if (text(1) === 'condition' && text(2) === 'that') return 3
  return text(1) === 'the' && text(2) === 'condition' && text(3) === 'that' ? 4 : 0
}

function isUnsure(word: Word): boolean {
  return /^(?:not|n['’]t|no|never|may|might|could|should|if|and|but|only)$/i.test(word.text)
}
