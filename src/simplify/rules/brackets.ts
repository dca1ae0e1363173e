import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { isQuestion } from '../../language/clause-parts.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

export const brackets: Rule = {
  name: 'brackets',
  because: 'What stood in brackets reads on without them.',
  shows: true,
  byMarks: true,
  examples: [
    [
      'The World Health Organization (WHO) said the virus had reached three more countries.',
      'The World Health Organization, or WHO, said the virus had reached three more countries.',
    ],
    [
      'The club (which is also in debt) has sold its best player.',
      'The club, which is also in debt, has sold its best player.',
    ],
  ],
  leavesAlone: [
    'The Rovers won 13.9 (87) to 12.11 (83) in front of a full house.',
    'The law (see page 4) says that nobody may sell the land.',
  ],

  rewrite({ words }): Rewrite | undefined {
    if (isQuestion(words)) return undefined
    const open = words.findIndex((word) => word.text === '(')
    const close = words.findIndex((word, at) => at > open && word.text === ')')
    if (open < 1 || close < open + 2) return undefined
    const inside = words.slice(open + 1, close)
    const first = inside[0]
    if (first === undefined || inside.some((word) => /^["“”;]$/u.test(word.text))) return undefined
    const after = words[close + 1]
    const isEnd = after === undefined || /^[.,;:!?]$/.test(after.text)
    const tail: readonly Piece[] = [
      ...(isEnd ? [] : [put(',', tokens(close, close + 1))]),
      keep(tokens(close + 1, words.length)),
    ]
    if (inside.length === 1 && isShortFor(words, open, first.text))
      return [[keep(tokens(0, open)), put(', or', tokens(open, open + 1)), keep(tokens(open + 1, close)), ...tail]]
    if (/^(?:which|who|whose|where|including)$/i.test(first.text))
      return [[keep(tokens(0, open)), put(',', tokens(open, open + 1)), keep(tokens(open + 1, close)), ...tail]]
    return undefined
  },
}

/** "World Health Organization (WHO)": the letters begin the words before. */
function isShortFor(words: readonly Word[], open: number, short: string): boolean {
  if (!/^\p{Lu}[\p{Lu}\p{Ll}]{1,7}$/u.test(short) || !/\p{Lu}.*\p{Lu}/u.test(short)) return false
  const letters = short.replace(/[^\p{Lu}]/gu, '')
  const initials = words
    .slice(Math.max(0, open - 10), open)
    .map((word) => word.text.charAt(0).toUpperCase())
    .join('')
  return initials.includes(letters) || initials.replace(/[OAT](?=.)/g, '').includes(letters.slice(0, 2))
}
