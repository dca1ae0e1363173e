import { tokens } from '../document/span.ts'
import type { Reader, Word } from '../language/analysis.ts'
import { clauseFollows } from '../language/chunks.ts'
import { isFiniteVerb, rootOf, subjectOf } from '../language/tree.ts'
import type { Cast } from './cast.ts'
import { applyRewrite, contentOf, type Draft, readLength } from './draft.ts'
import { refusalOfShortening } from './guards.ts'
import { keep } from './rewrite.ts'
import { isFigure, type Part, removableParts } from './shorten-parts.ts'
import { shorterFrame } from './shorter-frame.ts'

/** What leaving out works with. */
export interface ShortenParts {
  readonly reader: Reader
  readonly checker?: Reader
}

/** Over this many words, its speaker counted, a sentence of the easiest level is shortened. */
const longerThan = 10
const tooLong = 15
/** What opens the story keeps why and how, up to this. */
const longestLead = 20
const mostSteps = 5

/**
 * Leaves out parts of a long sentence that only add to it (when, where, how, which), the least important first, until it is
 * short enough. Nothing is left out under "not", "only", "if", "every" or a superlative, where less can say more, and no token of
 * `kept`, of which another sentence speaks.
 */
export function shorten(
  draft: Draft,
  parts: ShortenParts,
  cast: Cast,
  kept: ReadonlySet<number> = new Set(),
  isLead = false,
): Draft {
  let current = withShorterFrame(draft)
  for (let step = 0; step < mostSteps; step += 1) {
    const { words } = current.sentence
    const length = readLength(current)
    // "This compared with 45 per cent before the figures were released": half of a comparison says nothing.
    const isComparison = /^this$/i.test(words[0]?.text ?? '') && words[1]?.lemma === 'compare'
    if (length <= (isLead ? longestLead : longerThan) || isComparison) return current
    const { origins } = current
    const isKept = ({ span }: Part): boolean =>
      origins.slice(span.start, span.end).some(({ tokens: from }) => from.some((token) => kept.has(token)))
    const next = removableParts(words)
      .filter((part) => !isKept(part))
      // An amount or a day is what readers look for: it goes only from a sentence that nobody could read.
      .filter((part) => length > tooLong || !words.slice(part.span.start, part.span.end).some(isFigure))
      .map((part) => withoutPart(current, part, parts, cast))
      .find((made) => made !== undefined)
    if (next === undefined || saysNowhere(next)) return current
    current = next
  }
  return current
}

/** "This happened in a building.": without which one, nothing is told. */
function saysNowhere({ sentence: { words } }: Draft): boolean {
  const texts = words.map(({ text }) => text.toLowerCase())
  return /^this (?:happened|was) (?:in|at|on|near|by|with|for) an? (?:\S+ )?\S+ \.$/.test(texts.join(' '))
}

/** "Despite the cuts, the mayor, who …, said": of a long sentence the speaker loses what is only said beside. */
function withShorterFrame(draft: Draft): Draft {
  const { frame } = draft
  if (frame === undefined || readLength(draft) <= longerThan) return draft
  const shorter = shorterFrame(frame)
  return shorter === frame ? draft : { ...draft, frame: shorter, rules: [...draft.rules, 'left-out'] }
}

function withoutPart(draft: Draft, { span }: Part, parts: ShortenParts, cast: Cast): Draft | undefined {
  const { words } = draft.sentence
  const isClosed = words[span.end]?.text === ',' || words[span.end]?.text === '-'
  const opensWithMark = words[span.start - 1]?.text === ','
  // A pair of commas goes with what stood between them.
  const start = opensWithMark ? span.start - 1 : span.start
  // "Back in 2005, when …, the company was": a comma stays before the main clause.
  const isBeforeClause = opensWithMark && words[span.end]?.text === ',' && clauseFollows(words, span.end + 1)
  // "has barely moved, edging up to 4 per cent, a sign that …": another addition keeps its comma.
  const isBeforeOther = opensWithMark && /^(?:DT|PRP\$)$/.test(words[span.end + 1]?.xpos ?? '')
  const isPair = isClosed && (opensWithMark || span.start === 0) && !isBeforeClause && !isBeforeOther
  const end = isPair ? span.end + 1 : span.end
  if (leavesLooseEnd(words, span, end) || leavesOtherHalf(words, span, end)) return undefined
  const pieces = [keep(tokens(0, start)), keep(tokens(end, words.length))]
  const [made] = applyRewrite(
    draft,
    [pieces.filter((piece) => piece.kind === 'put' || piece.span.end > piece.span.start)],
    'left-out',
    parts.reader,
    cast,
  )
  if (made === undefined || isEmptied(draft.sentence.words, made.sentence.words, start)) return undefined
  if (refusalOfShortening({ before: draft, after: [made] }, cast.nameWords) !== undefined) return undefined
  return sameSkeleton(words, made.sentence.words) &&
    (parts.checker === undefined || sameSkeleton(words, parts.checker.parse(contentOf(made)).words))
    ? made
    : undefined
}

/** "after talks over shifts | and pay broke down", "a chase that had lasted a year | and had seemed over": half of what is joined. */
function leavesOtherHalf(words: readonly Word[], { start }: Part['span'], end: number): boolean {
  if (!/^(?:and|or|nor)$/i.test(words[end]?.text ?? '')) return false
  return !clauseFollows(words, end + 1) && (!isFiniteVerb(words[end + 1]) || words.slice(start, end).some(isFiniteVerb))
}

/**
 * "Bolivia, whose president, Ann Lee, is a farmer, left": without "whose president" the farmer is Bolivia. "fans from Ann Lee,
 * who sings, to Bo Day": "from" waits for its "to".
 */
function leavesLooseEnd(words: readonly Word[], span: Part['span'], end: number): boolean {
  const whose = words.findIndex((word, at) => at >= span.start && at < end && /^whose$/i.test(word.text))
  if (whose >= 0 && !words.slice(whose, end).some(isFiniteVerb)) return true
  // "looking into whether the price of the flat": what opens a clause keeps its verb.
  const opens = words.findLastIndex(
    (word, at) =>
      at < span.start &&
      /^(?:SCONJ|ADV)$/.test(word.upos) &&
      /^(?:whether|because|although|unless|though|if|while|that|when|how|why)$/i.test(word.text),
  )
  const behind = [...words.slice(opens, span.start), ...words.slice(end)]
  const own = words[opens]?.head ?? -1
  const isOfSource = /^because$/i.test(words[opens]?.text ?? '') && /^of$/i.test(words[opens + 1]?.text ?? '')
  const losesVerb = (own >= span.start && own < end) || !behind.some(isFiniteVerb)
  if (opens >= 0 && !isOfSource && losesVerb && words.slice(span.start, end).some(isFiniteVerb)) return true
  // "whether the price, which was low, amounted to a bribe": the last verb is not the relative clause's.
  if (
    /^(?:whether|if)$/i.test(words[opens]?.text ?? '') &&
    words.slice(span.start, span.start + 2).some((word) => /^VB[DN]$/.test(word.xpos))
  )
    return true
  const opening = words.slice(span.start, end).find((word) => word.upos !== 'PUNCT')
  return (
    /^to$/i.test(opening?.text ?? '') &&
    opening?.upos === 'ADP' &&
    words.slice(Math.max(0, span.start - 14), span.start).some((word) => /^from$/i.test(word.text))
  )
}

/** "was built", "shortly": what is left would say nothing, or an adverb would lose what it belongs to. */
function isEmptied(before: readonly Word[], after: readonly Word[], cut: number): boolean {
  if (/^(?:ADV|ADP|SCONJ|CCONJ|DET)$/.test(before[cut - 1]?.upos ?? '')) return true
  const root = rootOf(after)
  const isLast = root !== undefined && root === after.findLastIndex((word) => word.upos !== 'PUNCT')
  return isLast && rootOf(before) !== before.findLastIndex((word) => word.upos !== 'PUNCT')
}

/** Subject and verb are still the same. */
function sameSkeleton(before: readonly Word[], after: readonly Word[]): boolean {
  const [old, now] = [rootOf(before), rootOf(after)]
  if (old === undefined || now === undefined) return false
  const oldSubject = subjectOf(before, old)
  const subject = subjectOf(after, now)
  if (oldSubject === undefined || subject === undefined) return false
  return same(before[old], after[now]) && same(before[oldSubject], after[subject])
}

function same(a: Word | undefined, b: Word | undefined): boolean {
  return a !== undefined && a.text.toLowerCase() === b?.text.toLowerCase()
}
