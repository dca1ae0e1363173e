import { type TokenSpan, tokens } from '../document/span.ts'
import type { Reader, Word } from '../language/analysis.ts'
import { bodyEnd, isQuestion } from '../language/clause-parts.ts'
import { governorOf, insertionsOf, isIntroduced, isTold, lengthOf } from '../language/insertions.ts'
import { childrenBy, isBelow, isRelation, rootOf, spanOf, subjectOf, subtreeOf } from '../language/tree.ts'
import type { Cast } from './cast.ts'
import { applyRewrite, contentOf, type Draft } from './draft.ts'
import { refusalOfShortening } from './guards.ts'
import { keep } from './rewrite.ts'
import { isMeasured } from './rules/this-was-after.ts'

/** What leaving out works with. */
export interface ShortenParts {
  readonly reader: Reader
  readonly checker?: Reader
}

/** Over this many words, its speaker counted, a sentence of the easiest level is shortened. */
const longerThan = 10
const tooLong = 15
const mostSteps = 5

function isMonth(word: Word): boolean {
  return (
    word.xpos !== 'MD' &&
    /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/.test(word.text)
  )
}

function isFigure(word: Word): boolean {
  return (
    /\d/.test(word.text) ||
    word.upos === 'NUM' ||
    /day$/.test(word.text) ||
    isMonth(word) ||
    /^(?:half|third|quarter|month|week|year)s?$/.test(word.lemma)
  )
}

/** A part that can go: what is left is true whenever the whole is. */
interface Part {
  readonly span: TokenSpan
  /** How much is lost with it; the least goes first. */
  readonly worth: number
}

/**
 * Leaves out parts of a long sentence that only add to it (when, where, how, which), the least important first, until it is
 * short enough. Nothing is left out under "not", "only", "if", "every" or a superlative, where less can say more.
 */
export function shorten(draft: Draft, parts: ShortenParts, cast: Cast): Draft {
  let current = draft
  for (let step = 0; step < mostSteps; step += 1) {
    const { words } = current.sentence
    const length = lengthOf(words) + (current.frame?.full.length ?? 0)
    if (length <= longerThan) return current
    const next = removableParts(words)
      // An amount or a day is what readers look for: it goes only from a sentence that nobody could read.
      .filter((part) => length > tooLong || !words.slice(part.span.start, part.span.end).some(isFigure))
      .map((part) => withoutPart(current, part, parts, cast))
      .find((made) => made !== undefined)
    if (next === undefined) return current
    current = next
  }
  return current
}

function withoutPart(draft: Draft, { span }: Part, parts: ShortenParts, cast: Cast): Draft | undefined {
  const { words } = draft.sentence
  const isClosed = words[span.end]?.text === ',' || words[span.end]?.text === '-'
  const opensWithMark = words[span.start - 1]?.text === ','
  // A pair of commas goes with what stood between them.
  const start = opensWithMark ? span.start - 1 : span.start
  const end = isClosed && (opensWithMark || span.start === 0) ? span.end + 1 : span.end
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

/** Words under which less is not always true: "did not die in the fire", "the first in 19 years", "only on Mondays". */
const turning =
  /^(?:not|n['’]t|no|never|nobody|none|nothing|neither|nor|without|hardly|barely|few|fewer|less|little|only|every|each|all|any|both|if|unless|whether|until|first|second|third|fourth|last|next|most|least|more|than|as|too|enough|so|such|same|other|another|like|instead|rather)$/i

function isTurning(word: Word): boolean {
  return (
    turning.test(word.text) || word.xpos === 'JJS' || word.xpos === 'RBS' || word.xpos === 'JJR' || word.xpos === 'RBR'
  )
}

/**
 * "would let police search homes during an emergency", "could fall in strong wind": where and when are conditions of what may
 * or can be, so without them the sentence says more.
 */
function isBounded(word: Word): boolean {
  return (
    (word.xpos === 'MD' && !/^(?:will|['’]ll)$/i.test(word.text)) ||
    /^(?:allow|let|ban|permit|require|forbid|prevent|limit|oblige|able|legal|illegal|free|safe)$/.test(word.lemma)
  )
}

/** Parts that can go, the least important first. */
function removableParts(words: readonly Word[]): readonly Part[] {
  const root = rootOf(words)
  if (root === undefined || isQuestion(words) || words.some((word) => word.text === '"')) return []
  const found: Part[] = [...betweenMarks(words, root)]
  if (!words.some(isTurning) && !words.some(isBounded))
    found.push(...phrases(words, root), ...adverbs(words, root), ...ofNewThings(words))
  return found
    .filter(
      ({ span }) => !words.slice(span.start, span.end).some(saysMore) && span.end - span.start < words.length / 1.4,
    )
    .sort((a, b) => a.worth - b.worth || b.span.end - b.span.start - (a.span.end - a.span.start))
}

/** What turns or weakens a sentence never goes: without it the rest would be another claim. */
function saysMore(word: Word): boolean {
  return /^(?:not|n['’]t|no|never|nobody|none|without|but|or|if|unless|allegedly|reportedly|possibly|perhaps|probably|likely|almost|nearly|instead|rather)$/i.test(
    word.text,
  )
}

const insertionOpeners =
  /^(?:who|which|whose|where|when|including|with|a|an|the|its|his|her|their|after|before|despite|amid|following|because|while|although|though|during|in|on|at|from|under|among|down|up|about|compared|as)$/i

/** What stands behind a comma or between two: the writer adds it. */
function betweenMarks(words: readonly Word[], root: number): readonly Part[] {
  return insertionsOf(words).flatMap(({ open, span, top }) => {
    const first = words[span.start]
    const relation = words[top]?.relation ?? ''
    const isAdded =
      isRelation(relation, 'appos', 'acl', 'advcl', 'obl', 'parataxis', 'nmod') &&
      (insertionOpeners.test(first?.text ?? '') || first?.xpos === 'VBG' || first?.xpos === 'VBN')
    const isList = words
      .slice(span.start, span.end)
      .some((word) => word.upos === 'CCONJ' && words[word.head]?.head === words[top]?.head)
    if (!isAdded || isList || isBelow(words, root, top) || words[open]?.text !== ',') return []
    const isSaid = words.slice(span.start, span.end).some((word) => /^(?:said|says|say|according)$/i.test(word.text))
    return isSaid ? [] : [{ span, worth: 1 + lossOf(words, span) }]
  })
}

const adjuncts: Readonly<Record<string, number>> = {
  after: 2,
  before: 2,
  during: 2,
  since: 2,
  amid: 1,
  following: 1,
  despite: 1,
  through: 2.5,
  throughout: 1.5,
  under: 2.5,
  within: 2.5,
  between: 3,
  near: 2,
  along: 2,
  in: 2.5,
  on: 3,
  at: 2.5,
  for: 3,
  with: 3,
  because: 3,
  across: 2,
  outside: 2,
  inside: 2,
  around: 2,
  by: 3,
  from: 3.5,
  over: 3,
  as: 3.5,
  while: 1.5,
}

/** Phrases and clauses behind the verb that tell when, where, how long or with what. */
function phrases(words: readonly Word[], root: number): readonly Part[] {
  return [root, ...childrenBy(words, root, 'ccomp', 'xcomp', 'conj')].flatMap((verb) =>
    childrenBy(words, verb, 'obl', 'advcl').flatMap((head): readonly Part[] => {
      if (head < verb || isRelation(words[head]?.relation ?? '', 'obl:agent')) return []
      const span = spanOf(words, head)
      if (subtreeOf(words, head).length !== span.end - span.start || span.end > bodyEnd(words)) return []
      // "in the year to June": a phrase behind it may hang on this one, whatever the parse says.
      if (span.end < bodyEnd(words) && !/^(?:,|and|but)$/.test(words[span.end]?.text ?? '')) return []
      // "just hours before the end": half of the measure would say nothing.
      if (isMeasured(words, span.start)) return []
      const opener = words[span.start]?.text.toLowerCase() ?? ''
      const worth = adjuncts[opener]
      if (worth === undefined || isArgument(words, verb, opener, head) || (words[head]?.confidence.arc ?? 0) < 0.6)
        return []
      return [{ span, worth: worth + lossOf(words, span) }]
    }),
  )
}

/** "live in", "put on", "agree with": without the phrase the verb says something else, or nothing. */
function isArgument(words: readonly Word[], verb: number, opener: string, head: number): boolean {
  const word = words[verb]
  const isTime =
    /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|night|morning|afternoon|evening|week|month|year|years|months|weeks|days|hours|minutes|today|yesterday|tomorrow|midday|noon|\d.*)$/i.test(
      words[head]?.text ?? '',
    )
  if (isTime && opener !== 'from' && opener !== 'by' && opener !== 'to')
    return /^(?:last|take|begin|start|end|happen|occur|open|close|meet|resume|return|be|date|fall|expire|arrive)$/.test(
      word?.lemma ?? '',
    )
  if (word === undefined || word.upos !== 'VERB') return true
  const hasObject = childrenBy(words, verb, 'obj').length > 0
  if (/^(?:after|before|during|since|amid|following|despite|throughout|while|when|because)$/.test(opener)) return false
  // With an object or a passive, "in", "at" and "on" mostly tell where; without one they belong to the verb.
  const isPassive = childrenBy(words, verb, 'aux:pass').length > 0
  const clinging =
    /^(?:put|place|set|leave|keep|invest|include|involve|engage|turn|base|locate|bring|take|send|move|lead|name|describe|see|treat|use|accuse|charge|blame|provide|help|spend|cost|compare|link|connect|replace|fill|cover|join|share|limit|protect|prevent|stop|sentence|release|divide|add|give|hand|sell|buy|pay)$/
  return (
    !(hasObject || isPassive) ||
    clinging.test(word.lemma) ||
    /^(?:for|from|with|as|by|over|between|under)$/.test(opener)
  )
}

/** Adverbs of manner and small joining words. */
function adverbs(words: readonly Word[], root: number): readonly Part[] {
  return words.flatMap((word, at): readonly Part[] => {
    if (word.upos !== 'ADV' || word.head < 0 || at === 0) return []
    const isManner =
      /^(?:however|nevertheless|meanwhile|finally|eventually|immediately|quickly|quietly|sharply|strongly|vigorously|deeply|warmly|firmly|swiftly|dramatically|simply|clearly|subsequently|consequently|furthermore|moreover|also)$/i.test(
        word.text,
      )
    if (!isManner || !isBelow(words, at, root) || word.text.toLowerCase() === 'also') return []
    return [{ span: tokens(at, at + 1), worth: 0.5 }]
  })
}

/** What is said more of a new thing, without commas: "a bill that would …", "a craft built in …". */
function ofNewThings(words: readonly Word[]): readonly Part[] {
  return words.flatMap((word, at): readonly Part[] => {
    if (!isRelation(word.relation, 'acl') || word.head < 0 || word.head > at) return []
    if (!isIntroduced(words, word.head) || !isTold(words, governorOf(words, word.head))) return []
    const span = spanOf(words, at)
    // "a drone to find it and a net to catch it": what a thing is for goes with the verb, and the first of two would seem both.
    if (
      isRelation(words[word.head]?.relation ?? '', 'conj') ||
      words.some((one) => one.head === word.head && isRelation(one.relation, 'conj'))
    )
      return []
    if (span.start !== word.head + 1 || subtreeOf(words, at).length !== span.end - span.start) return []
    return [{ span, worth: 3 + lossOf(words, span) }]
  })
}

/** Numbers, money and names are what readers look for. */
function lossOf(words: readonly Word[], span: TokenSpan): number {
  let value = 0
  for (const word of words.slice(span.start, span.end)) {
    if (/\d/.test(word.text)) value += 1.2
    else if (word.upos === 'PROPN') value += 0.3
  }
  return value
}
