import { tokens } from '../../document/span.ts'
import { childrenBy, isRelation } from '../../language/tree.ts'
import {
  bodyEnd,
  closedSegment,
  firstWordOf,
  holdsNewPart,
  isQuestion,
  resumeAt,
  speaksOfDeath,
} from '../clause-parts.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

export const splitApposition: Rule = {
  name: 'split-apposition',
  because: 'What a person or thing is now stands in a sentence of its own.',
  whenLong: true,
  examples: [
    [
      'Mr Rossi, a former teacher from Wagga Wagga, said the town needed a new bridge before the next flood.',
      'Mr Rossi said the town needed a new bridge before the next flood.',
      'Mr Rossi is a former teacher from Wagga Wagga.',
    ],
  ],
  leavesAlone: [
    'Mr Rossi, a former teacher from Wagga Wagga, died on Monday after a long illness at his home.',
    'She visited Rome, Paris, Berlin and Vienna with her mother before she went home to Perth.',
    'A sign of hope, a letter from the family, came on Friday after eleven days of silence.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || speaksOfDeath(words)) return undefined
    for (const [at, word] of words.entries()) {
      if (!isRelation(word.relation, 'appos') || word.head < 0 || word.head > at || word.upos !== 'NOUN') continue
      const head = word.head
      if (words[head]?.upos !== 'PROPN') continue
      const start = firstWordOf(words, at)
      if (words[start - 1]?.text !== ',') continue
      const first = words[start]?.text.toLowerCase() ?? ''
      if (first !== 'a' && first !== 'an' && first !== 'the') continue
      if (words.slice(start, at).some((part) => part.text.toLowerCase() === 'then')) continue
      const token = context.origin(head)
      if (token === undefined) continue
      const segment = closedSegment(words, start, at)
      if (segment === undefined || holdsNewPart(words, segment.start, segment.end) || segment.end - segment.start < 3)
        continue
      if (childrenBy(words, head, 'conj').length > 0) continue
      const naming = context.cast.again(sentence, head, context.origin)
      if (naming === undefined || (!naming.isPerson && context.cast.nameAt(token) === undefined)) continue
      const end = bodyEnd(words)
      const main: Piece[] =
        segment.end >= end
          ? [keep(tokens(0, start - 1)), keep(tokens(end, words.length))]
          : [keep(tokens(0, start - 1)), keep(tokens(resumeAt(words, segment.end), words.length))]
      return [main, [put(naming.text, tokens(head, head + 1)), put('is', tokens(start, start)), keep(segment)]]
    }
    return undefined
  },
}
