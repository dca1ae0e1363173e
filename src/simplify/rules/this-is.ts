import { type TokenSpan, tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { bodyEnd, holdsNewPart, isModal, isNegated, isQuestion } from '../../language/clause-parts.ts'
import { governorOf, hostsBefore, type Insertion, isTold } from '../../language/insertions.ts'
import { timeOf } from '../../language/tenses.ts'
import { childOf, childrenBy, isFiniteVerb, isRelation, rootOf } from '../../language/tree.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'
import { without } from '../without.ts'

/** Nouns that name what the whole sentence before them is. */
const factNouns = new Set(
  'sign move decision result rise fall increase decrease drop jump figure number gap step change record claim sum amount level rate charge allegation accusation reminder measure mistake loss win first target goal requirement condition practice tradition idea view argument'.split(
    ' ',
  ),
)

export const thisIs: Rule = {
  name: 'this-is',
  because: 'What the writer adds about it now stands in a sentence of its own.',
  shows: true,
  whenLong: true,
  examples: [
    [
      'Sales of new homes fell for the third month in a row in May, a sign that buyers are worried about their jobs.',
      'Sales of new homes fell for the third month in a row in May.',
      'This was a sign that buyers are worried about their jobs.',
    ],
    [
      'The sea around the islands has risen by 12 centimetres since 1993, about twice as much as in the rest of the world.',
      'The sea around the islands has risen by 12 centimetres since 1993.',
      'This is about twice as much as in the rest of the world.',
    ],
    [
      'Prices in the capital cities rose 5.8 per cent in the year to June, down from 7.1 per cent a year earlier.',
      'Prices in the capital cities rose 5.8 per cent in the year to June.',
      'This was down from 7.1 per cent a year earlier.',
    ],
  ],
  leavesAlone: [
    'Prices did not fall in May, a sign that buyers are worried about their jobs and their rents.',
    'Mr Rossi met a banker from Perth, a lawyer and two farmers in the old hall on Monday night.',
    'The team won its first game since May, a game that will be talked about for a long time.',
  ],

  rewrite(sentence): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words)) return undefined
    for (const found of lastParts(words)) {
      const { open, span, top } = found
      if (span.end - span.start < 3 || open < 4) continue
      // "on July 9, 2024, less than 12 hours after": a year belongs to its day.
      if (/^(?:19|20)\d\d$/.test(words[span.start]?.text ?? '')) continue
      if (/^(?:VERB|AUX)$/.test(words[top]?.upos ?? '') || childOf(words, top, 'nsubj', 'cop') !== undefined) continue
      if (holdsNewPart(words, span.start, span.end)) continue
      // "finished second in 1:54.90, a national record, and said she had …": the second deed is the runner's.
      const goesOn = words.some(
        (word, at) =>
          at > span.start &&
          at < span.end &&
          /^(?:and|but)$/i.test(word.text) &&
          words[at - 1]?.text === ',' &&
          isFiniteVerb(words[at + 1]),
      )
      if (goesOn) continue
      const isFact = /^(?:a|an|the)$/i.test(words[span.start]?.text ?? '') && factNouns.has(words[top]?.lemma ?? '')
      const isMeasure = startsMeasure(words, span.start)
      if (!isFact && !isMeasure) continue
      if (isFact && isRelation(words[top]?.relation ?? '', 'conj')) continue
      const before = hostsBefore(words, open)
      // Behind a number or an amount the measure is of that amount; else of what happened.
      const isOfAmount = /^(?:down|up)$/i.test(words[span.start]?.text ?? '')
        ? words.slice(0, open).some((word) => word.upos === 'NUM')
        : before.some(
            (at) =>
              words[at]?.upos === 'NUM' || words[at]?.upos === 'SYM' || childrenBy(words, at, 'nummod').length > 0,
          )
      const governor = decidedBy(words, words[top]?.lemma ?? '') ?? predicateBefore(words, open)
      if (isMeasure && !isOfAmount) continue
      if (governor === undefined) continue
      // How big an amount is does not hang on whether it will be paid.
      const isPlainAmount =
        isMeasure && !/^(?:down|up)$/i.test(words[span.start]?.text ?? '') && !isNegated(words, governor)
      const isDecided = decidedBy(words, words[top]?.lemma ?? '') === governor
      const isSo = isDecided ? !isModal(words, governor) && !isNegated(words, governor) : isTold(words, governor)
      if (!isPlainAmount && !isSo) continue
      if (isFact && before.some((at) => words[at]?.upos === 'PROPN' && words[top]?.head === at)) continue
      const time =
        timeOf(words, governor) ??
        (isMeasure ? timeOf(words, rootOf(words)) : undefined) ??
        (isPlainAmount ? 'present' : undefined)
      if (time === undefined) continue
      return [
        without(words, found),
        [
          put('this', tokens(open, open)),
          put(time === 'past' && !isOfNow(words, span) ? 'was' : 'is', tokens(open, open + 1)),
          keep(span),
        ],
      ]
    }
    return undefined
  },
}

/** "a figure that is expected to rise": what is true of it today. */
function isOfNow(words: readonly Word[], { start, end }: TokenSpan): boolean {
  return words
    .slice(start, end)
    .some(
      (word, at, all) =>
        /^(?:is|are|will|has|have)$/i.test(word.text) && /^(?:that|which)$/i.test(all[at - 1]?.text ?? ''),
    )
}

/** The parts from a comma to the end on which nothing before them hangs, the last one first. */
function lastParts(words: readonly Word[]): readonly Insertion[] {
  const end = bodyEnd(words)
  return words
    .flatMap((word, open): readonly Insertion[] => {
      if (word.text !== ',' || open + 1 >= end) return []
      const isClosed = words.every((other, at) => at > open || other.upos === 'PUNCT' || other.head <= open)
      const top = words.findIndex((other, at) => at > open && at < end && other.head <= open && other.upos !== 'PUNCT')
      return isClosed && top > open ? [{ open, span: tokens(open + 1, end), top }] : []
    })
    .toReversed()
}

/** "about twice", "almost half", "down from", "up from", "14 above", "well above", "just below", "compared with". */
function startsMeasure(words: readonly Word[], start: number): boolean {
  const texts = words.slice(start, start + 4).map((word) => word.text.toLowerCase())
  const rest = /^(?:about|almost|nearly|more|less|just|well|far|only|slightly|roughly)$/.test(texts[0] ?? '')
    ? texts.slice(1)
    : texts
  const [first = '', second = '', third = ''] = rest
  if (/^(?:twice|double|triple|half)$/.test(first)) return true
  if (
    /^(?:down|up)$/.test(first) &&
    (second === 'from' ||
      (/\d/.test(second) && words.slice(start, start + 6).some((word) => /^(?:from|on)$/.test(word.text))))
  )
    return true
  if (/^(?:above|below)$/.test(first)) return true
  // "just under the 8.9 metres of 1974"
  if (/^(?:under|over)$/.test(first) && texts[0] === 'just') return true
  if (
    /^\d/.test(first) &&
    (/^(?:above|below)$/.test(second) || /^(?:above|below|higher|lower|fewer|more|less)$/.test(third))
  )
    return true
  return first === 'compared' && /^(?:with|to)$/.test(second)
}

/** "has refused to publish it, a decision that …": the refusing itself is the decision. */
function decidedBy(words: readonly Word[], noun: string): number | undefined {
  if (!/^(?:decision|move|step)$/.test(noun)) return undefined
  const root = words.findIndex((word) => word.head < 0)
  return /^(?:refuse|decline|agree|vote|decide|order|offer|promise|threaten)$/.test(words[root]?.lemma ?? '')
    ? root
    : undefined
}

/** The predicate of the clause that ends before the mark. */
function predicateBefore(words: readonly Word[], open: number): number | undefined {
  const [host] = hostsBefore(words, open)
  const governor = host === undefined ? undefined : governorOf(words, host)
  if (governor !== undefined) return governor
  const root = words.findIndex((word) => word.head < 0)
  return root >= 0 && root < open ? root : undefined
}
