import { tokens } from '../../document/span.ts'
import { mainStart, opensClause } from '../../language/chunks.ts'
import { bodyEnd, isNegated, isQuestion } from '../../language/clause-parts.ts'
import { isTold, lengthOf } from '../../language/insertions.ts'
import { rootOf, subjectOf } from '../../language/tree.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'
import { isEvent } from './this-was-after.ts'

/** "Despite X, A" → "A. This was despite X." */
export const despiteInFront: Rule = {
  name: 'despite-in-front',
  because: 'What happened comes first now.',
  shows: true,
  whenLong: true,
  examples: [
    [
      'Despite heavy snow in the mountains and a cold wind, more than 4,000 runners took part in the race on Sunday.',
      'More than 4,000 runners took part in the race on Sunday.',
      'This was despite heavy snow in the mountains and a cold wind.',
    ],
  ],
  leavesAlone: [
    'Despite heavy snow in the mountains and a cold wind, the race may go on with more than 4,000 runners on Sunday.',
    'Despite heavy snow in the mountains and a cold wind, the race did not stop for the 4,000 runners on Sunday.',
    'Despite the fact that it snowed in the mountains, and a cold wind, the 4,000 runners took part in the race.',
    'Despite heavy snow, the race went on.',
  ],

  rewrite({ words }, { level, before }): Rewrite | undefined {
    const root = rootOf(words)
    if (!/^despite$/i.test(words[0]?.text ?? '') || root === undefined || isQuestion(words)) return undefined
    if (lengthOf(words) + before < (level === 1 ? 12 : 17) || words.some((word) => /^["“”:;]$/u.test(word.text)))
      return undefined
    const end = bodyEnd(words)
    const commas = words.flatMap((word, at) => (word.text === ',' && at < end ? [at] : []))
    const [comma] = commas
    const main = mainStart(words, end)
    if (comma === undefined || comma < 4 || commas.length > 1 || main?.subject.start !== comma + 1) return undefined
    // "which", "that": where the first part ends is less sure, and it would be long anyway.
    if (opensClause(words, 0, comma) || opensClause(words, comma, end) || words[comma + 1]?.upos === 'PRON')
      return undefined
    if (words[main.verb]?.xpos !== 'VBD' || subjectOf(words, root) === undefined || root < comma) return undefined
    if (!isEvent(words, root) || !isTold(words, root) || isNegated(words, root)) return undefined
    return [
      [keep(tokens(comma + 1, end)), keep(tokens(end, words.length))],
      [put('this was', tokens(0, 1)), keep(tokens(0, comma))],
    ]
  },
}
