import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { firstWordOf } from '../../language/clause-parts.ts'
import { lengthOf } from '../../language/insertions.ts'
import { childOf, childrenBy, hasFiniteVerb, isRelation, rootOf, subjectOf } from '../../language/tree.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

const worthSplitting = { 1: 11, 2: 15 } as const
const leaning =
  /^(?:when|while|if|as|because|since|though|although|until|where|which|who|whose|so|than|unless|after|before)$/i

/**
 * Works on a claim whose speaker was already taken off, so that what is left is one quote from mark to mark. The words inside
 * stay as they were said; only the joining "and" between two whole clauses goes.
 */
export const quoteParts: Rule = {
  name: 'quote-parts',
  because: 'A long quote now stands in two parts. Its words are the same.',
  shows: true,
  examples: [
    [
      '"He has given the police his passport, and he will fight every one of these claims in court."',
      '"He has given the police his passport."',
      '"He will fight every one of these claims in court."',
    ],
    [
      '"It is not about the money; it is about going home at night without fear for the children here."',
      '"It is not about the money."',
      '"It is about going home at night without fear for the children here."',
    ],
  ],
  leavesAlone: [
    '"If you are in the town, stay inside now and keep the doors closed until police come to you."',
    '"We worked hard and we won," he said.',
    '"You sat in that chair for years and spoke of the people, when in truth you only thought of your own good."',
  ],

  rewrite({ words }, { level, before }): Rewrite | undefined {
    const marks = words.flatMap((word, at) => (word.text === '"' ? [at] : []))
    const [open, close] = marks
    if (marks.length !== 2 || open !== 0 || close === undefined || close < words.length - 2) return undefined
    if (lengthOf(words) + before < worthSplitting[level]) return undefined
    // "Give people a hot week and they will change their minds": the first part is a condition.
    if (words[1]?.xpos === 'VB') return undefined
    // "He told us, 'Come back and nobody will ask'": a quote inside is somebody else's.
    if (words.some((word) => /^['‘’]$/u.test(word.text))) return undefined
    const cut = cutIn(words, close)
    if (cut === undefined) return undefined
    const end = /^[.!?]$/.test(words[close - 1]?.text ?? '') ? close - 1 : close
    const first: Piece[] = [keep(tokens(0, cut.end)), put('."', tokens(close, close + 1))]
    const second: Piece[] = [keep(tokens(0, 1)), keep(tokens(cut.start, words.length))]
    return cut.end < end ? [first, second] : undefined
  },
}

/** Where a whole clause ends and the next begins, with "and" or a semicolon between them. */
function cutIn(words: readonly Word[], close: number): { readonly end: number; readonly start: number } | undefined {
  const root = rootOf(words)
  if (root === undefined || childrenBy(words, root, 'advcl').some((at) => at < root)) return undefined
  for (const second of clausesBeside(words, root)) {
    if (second < root || second > close || subjectOf(words, second) === undefined || !hasFiniteVerb(words, second))
      continue
    const start = firstWordOf(words, second)
    const joiner = childOf(words, second, 'cc')
    const isAnd = joiner === start && words[joiner]?.text.toLowerCase() === 'and'
    const before = words[start - 1]?.text
    if (joiner !== undefined && !isAnd && words[joiner]?.text.toLowerCase() !== 'but') continue
    if (!isAnd && joiner === undefined && before !== ';' && before !== ',') continue
    if (joiner === undefined && before === ',' && clausesBeside(words, root).length < 2) continue
    // "…, when in truth it was your own": no half can stand alone.
    if (joiner === undefined && leaning.test(words[start]?.text ?? '')) continue
    const end = /^[,;]$/.test(before ?? '') ? start - 1 : start
    if (end < 3) continue
    return { end, start: isAnd ? start + 1 : start }
  }
  return undefined
}

/** The clauses that stand beside the main one, the last first. */
function clausesBeside(words: readonly Word[], root: number): readonly number[] {
  const found = [root]
  for (const [at, word] of words.entries())
    if (
      at > root &&
      isRelation(word.relation, 'conj', 'parataxis') &&
      found.includes(word.head) &&
      hasFiniteVerb(words, at)
    )
      found.push(at)
  return found.slice(1).toReversed()
}
