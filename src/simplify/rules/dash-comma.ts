import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'
import { isFreeDash } from './dash.ts'

/** "The captain - whose ship has 14 boats - sailed" reads like the same with commas, which other rules then part. */
export const dashComma: Rule = {
  name: 'dash-comma',
  because: 'A comma is easier than a dash.',
  shows: true,
  byMarks: true,
  whenLong: true,
  examples: [
    [
      'The captain of the ferry – whose ship has 14 lifeboats – sailed on time on Monday night.',
      'The captain of the ferry, whose ship has 14 lifeboats, sailed on time on Monday night.',
    ],
    [
      'Nobody has come for the boy at the hospital in Sehwan – a small child in red boots.',
      'Nobody has come for the boy at the hospital in Sehwan, a small child in red boots.',
    ],
  ],
  leavesAlone: [
    'The captain – he is 61 – said the ferry would sail on time on Monday night.',
    'The town has three problems – floods, fires and a mayor who is never at home in the winter.',
    'The ferry sailed on time – but two of the cooks would not go on board on Monday night.',
  ],

  rewrite(sentence): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || words.some((word) => /^["“”;:]$/u.test(word.text))) return undefined
    const end = bodyEnd(words)
    const dashes = words.flatMap((_, at) => (at > 0 && at < end && isFreeDash(sentence, at) ? [at] : []))
    const [open, close] = dashes
    if (open === undefined || dashes.length > 2 || !opensAddition(words, open + 1, close)) return undefined
    const pieces: Piece[] = []
    let from = 0
    for (const at of dashes) {
      pieces.push(keep(tokens(from, at)), put(',', tokens(at, at + 1)))
      from = at + 1
    }
    return [[...pieces, keep(tokens(from, words.length))]]
  },
}

/** "whose ship has …", "called …", "a small child": only what can stand between commas too. */
function opensAddition(words: readonly Word[], start: number, close: number | undefined): boolean {
  const first = words[start]
  if (first === undefined) return false
  const isRelative = /^(?:who|which|whose|where)$/i.test(first.text)
  const isNoun = /^(?:a|an)$/i.test(first.text)
  if (close === undefined)
    return isRelative || (isNoun && !words.slice(start).some((word) => /^(?:and|or)$/i.test(word.text)))
  return isRelative || isNoun || /^VB[NG]$/.test(first.xpos) || /^(?:once|now|then|formerly)$/i.test(first.text)
}
