import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { hostsBefore } from '../../language/insertions.ts'
import { hasFiniteVerb, subjectOf } from '../../language/tree.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

const mark = /^(?:-|--|–|—|\(|\))$/u

export const dash: Rule = {
  name: 'dash',
  because: 'What stood between dashes or in brackets is now a sentence of its own.',
  adds: true,
  shows: true,
  whenLong: true,
  examples: [
    [
      'The weak dollar - it has lost 6 per cent since July - will make many things in shops cost more.',
      'The weak dollar will make many things in shops cost more.',
      'The dollar has lost 6 per cent since July.',
    ],
  ],
  leavesAlone: [
    'The 12-year-old boy - and his father - were found near the old bridge on Monday night.',
    'The long-awaited report - as the minister knows - will be late by at least six months.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words)) return undefined
    const marks = words.flatMap((word, at) => (mark.test(word.text) && isFree(sentence, at) ? [at] : []))
    for (const [index, open] of marks.entries()) {
      const close = marks[index + 1]
      if (close === undefined || close - open < 4 || close >= bodyEnd(words)) continue
      if ((words[open]?.text === '(') !== (words[close]?.text === ')')) continue
      const predicate = topOf(words, open + 1, close)
      if (predicate === undefined || !hasFiniteVerb(words, predicate)) continue
      const subject = subjectOf(words, predicate)
      if (subject !== open + 1 || words[subject]?.text.toLowerCase() !== 'it') continue
      const [host] = hostsBefore(words, open)
      const naming = host === undefined ? undefined : context.cast.again(sentence, host, context.origin)
      if (host === undefined || naming === undefined || naming.plural || naming.isPerson) continue
      // "saying its success – it had been downloaded": the thing that "its" means.
      if (/^(?:its|their|his|her)$/i.test(words[host - 1]?.text ?? '')) continue
      const main: Piece[] = [keep(tokens(0, open)), keep(tokens(close + 1, words.length))]
      return [main, [put(naming.text, tokens(host, host + 1)), keep(tokens(subject + 1, close))]]
    }
    return undefined
  },
}

/** A dash between spaces, or a bracket; never the hyphen inside a word. */
function isFree(sentence: Parameters<Rule['rewrite']>[0], at: number): boolean {
  const { document, span, words } = sentence
  if (/^[()]$/.test(words[at]?.text ?? '')) return true
  const own = document.tokens[span.start + at]?.span
  const before = document.tokens[span.start + at - 1]?.span
  const after = document.tokens[span.start + at + 1]?.span
  return (
    own !== undefined && before !== undefined && after !== undefined && before.end < own.start && own.end < after.start
  )
}

/** A dash between spaces that is no bracket. */
export function isFreeDash(sentence: Parameters<Rule['rewrite']>[0], at: number): boolean {
  return /^(?:-|--|–|—)$/u.test(sentence.words[at]?.text ?? '') && isFree(sentence, at)
}

function topOf(words: readonly Word[], start: number, end: number): number | undefined {
  const found = words.findIndex(
    (word, at) => at >= start && at < end && word.upos !== 'PUNCT' && (word.head < start || word.head >= end),
  )
  return found < 0 ? undefined : found
}
