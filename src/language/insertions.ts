import { type TokenSpan, tokens } from '../document/span.ts'
import type { Word } from './analysis.ts'
import { bodyEnd, isModal, isNegated } from './clause-parts.ts'
import { childrenBy, isBelow, isRelation } from './tree.ts'

/** A part between marks that says something more of what stands before it. */
export interface Insertion {
  /** The mark that opens it. */
  readonly open: number
  /** Its words, without the marks. */
  readonly span: TokenSpan
  /** The one word that hangs on a word outside. */
  readonly top: number
}

const opening = /^(?:,|--?|–|—)$/u

/** The parts of a sentence that stand behind a comma or a dash and are closed under arcs, from left to right. */
export function insertionsOf(words: readonly Word[]): readonly Insertion[] {
  return words.flatMap((word, at) => {
    if (at === 0 || !opening.test(word.text) || isInWord(words, at)) return []
    const found = insertionFrom(words, at + 1)
    return found === undefined ? [] : [{ open: at, ...found }]
  })
}

/** A hyphen between two parts of one word is no dash. */
function isInWord(words: readonly Word[], at: number): boolean {
  return words[at]?.text === '-' && words[at]?.relation === 'punct' && Math.abs((words[at]?.head ?? at) - at) <= 1
}

/** The shortest run from `start` to a mark or the end with one word that hangs outside, and nothing outside hanging in it. */
export function insertionFrom(
  words: readonly Word[],
  start: number,
): { readonly span: TokenSpan; readonly top: number } | undefined {
  const end = bodyEnd(words)
  for (let stop = start + 1; stop <= end; stop += 1) {
    if (stop < end && !opening.test(words[stop]?.text ?? '')) continue
    const tops: number[] = []
    let isClosed = true
    for (const [at, word] of words.entries()) {
      if (word.upos === 'PUNCT') continue
      const isInside = at >= start && at < stop
      const headInside = word.head >= start && word.head < stop
      if (isInside && !headInside) tops.push(at)
      if (!isInside && headInside) isClosed = false
    }
    const [top, second] = tops
    if (isClosed && top !== undefined && second === undefined) return { span: tokens(start, stop), top }
  }
  return undefined
}

/**
 * A clause with a word that can only open one ("who", "whose", "where") from its comma to the end, or to a comma behind which
 * the main clause goes on with its verb: what the words show, whatever hangs on what. `top` is its first verb with a tense.
 */
export function clauseByMarks(words: readonly Word[], open: number): Insertion | undefined {
  const end = bodyEnd(words)
  const top = words.findIndex((word, at) => at > open + 1 && at < end && isTensed(word))
  if (top < 0) return undefined
  let stop = end
  for (let at = open + 1; at < end; at += 1) {
    if (words[at]?.text !== ',') continue
    if (at < top) return undefined
    const next = words[at + 1]
    if (!isTensed(next) && !/^(?:said|says|say)$/i.test(next?.text ?? '')) return undefined
    stop = at
    break
  }
  // The main clause must have its verb outside.
  const rest = words.some((word, at) => (at < open || at > stop) && isTensed(word))
  return rest ? { open, span: tokens(open + 1, stop), top: mainVerb(words, top) } : undefined
}

function isTensed(word: Word | undefined): boolean {
  return word !== undefined && /^(?:VBD|VBZ|VBP|MD)$/.test(word.xpos)
}

/** The predicate that an auxiliary or copula belongs to. */
function mainVerb(words: readonly Word[], at: number): number {
  const word = words[at]
  return word !== undefined && isRelation(word.relation, 'aux', 'cop') && word.head > at ? word.head : at
}

/**
 * Heads of the noun phrases that end right before the mark `open`, nearest first: for "the head of the school, who",
 * school and head.
 */
export function hostsBefore(words: readonly Word[], open: number): readonly number[] {
  const hosts: number[] = []
  let at = open - 1
  // "farmers downstream, who …": an adverb may stand between.
  while (at > 0 && words[at]?.upos === 'ADV') at -= 1
  for (let steps = 0; steps < 12 && at >= 0; steps += 1) {
    const word = words[at]
    if (word === undefined) break
    if (/^(?:NOUN|PROPN|NUM|PRON|SYM)$/.test(word.upos) && !isRelation(word.relation, 'flat', 'compound', 'nummod'))
      hosts.push(at)
    if (word.head < 0 || word.head >= open || !isNominal(words[word.head]) || isRelation(word.relation, 'nsubj')) break
    at = word.head
  }
  return hosts
}

function isNominal(word: Word | undefined): boolean {
  return word !== undefined && /^(?:NOUN|PROPN|NUM|PRON|SYM)$/.test(word.upos)
}

/** The host of an insertion: the noun that it hangs on if that stands right before it, else the nearest one. */
export function hostOf(words: readonly Word[], { open, top }: Insertion): number | undefined {
  const hosts = hostsBefore(words, open)
  const head = words[top]?.head ?? -1
  return hosts.includes(head) ? head : undefined
}

/** The predicate whose clause a noun belongs to. */
export function governorOf(words: readonly Word[], noun: number): number | undefined {
  let at = words[noun]?.head ?? -1
  for (let steps = 0; steps < words.length && at >= 0; steps += 1) {
    const word = words[at]
    if (word === undefined) return undefined
    if (word.upos === 'VERB' || childrenBy(words, at, 'cop', 'nsubj').length > 0) return at
    at = word.head
  }
  return undefined
}

/** Whether a noun names a thing that is known to be: the, this, a possessive, a name or a pronoun. */
export function isDefinite(words: readonly Word[], noun: number): boolean {
  const word = words[noun]
  if (word === undefined) return false
  if (word.upos === 'PROPN' || word.upos === 'PRON') return true
  if (childrenBy(words, noun, 'nmod:poss').length > 0) return true
  return childrenBy(words, noun, 'det').some((at) =>
    /^(?:the|this|that|these|those|both)$/i.test(words[at]?.text ?? ''),
  )
}

/** Whether a noun brings in one certain new thing: "a bill", "three men", "some 40 trucks". */
export function isIntroduced(words: readonly Word[], noun: number): boolean {
  const dets = childrenBy(words, noun, 'det').map((at) => words[at]?.text.toLowerCase())
  if (dets.some((text) => text === 'a' || text === 'an' || text === 'another')) return true
  return dets.length === 0 && childrenBy(words, noun, 'nummod').length > 0
}

const unsure = new Set('possible impossible likely unlikely probable due set'.split(' '))
const wishes = new Set(
  'want hope plan expect seek ask call consider propose need wish intend promise threaten offer try fail refuse deny demand urge order believe think fear avoid prevent stop look search'.split(
    ' ',
  ),
)

/**
 * Whether what a clause tells is told as a fact: no "not", no may, will or could, no "if", and no wish or plan over it. Only
 * then is a new thing in it ("a school", "damaging winds") really there, so that a sentence of its own can speak of it.
 */
export function isTold(words: readonly Word[], predicate: number | undefined): boolean {
  let at = predicate ?? -1
  if (at < 0) return false
  for (let steps = 0; steps < words.length && at >= 0; steps += 1) {
    const word = words[at]
    if (word === undefined) return false
    if (isModal(words, at) || isNegated(words, at) || unsure.has(word.lemma)) return false
    if (wishes.has(word.lemma) && (steps > 0 || childrenBy(words, at, 'xcomp').length > 0)) return false
    if (childrenBy(words, at, 'mark').some((mark) => /^(?:if|unless|whether|should)$/i.test(words[mark]?.text ?? '')))
      return false
    const next = word.head
    if (next < 0 || isRelation(word.relation, 'parataxis')) return true
    // What is said more of a known thing is so, whatever is said of the thing.
    if (isRelation(word.relation, 'acl') && isDefinite(words, next)) return true
    at = next
    while (at >= 0 && words[at]?.upos !== 'VERB' && childrenBy(words, at, 'cop').length === 0)
      at = words[at]?.head ?? -1
  }
  return true
}

/** Whether a noun stands in a clause that tells what happened once: in the past, or in the perfect. "An animal that … is called" tells of all. */
export function isOfEvent(words: readonly Word[], noun: number): boolean {
  const governor = governorOf(words, noun)
  if (governor === undefined || !isTold(words, governor)) return false
  const helpers = childrenBy(words, governor, 'aux', 'cop').map((at) => words[at])
  if (helpers.some((word) => word?.xpos === 'VBD' || word?.lemma === 'have')) return true
  return (
    words[governor]?.xpos === 'VBD' || helpers.some((word) => word?.lemma === 'be' && words[governor]?.xpos === 'VBG')
  )
}

/** Whether a sentence of its own may be made of what is said more of a noun. */
export function mayStandAlone(words: readonly Word[], noun: number): boolean {
  if (words[noun]?.upos === 'PRON' || isPartOf(words, noun)) return false
  return isDefinite(words, noun) || isTold(words, governorOf(words, noun))
}

/** "some of the workers", "one of three men": what is said is not said of all of them. */
function isPartOf(words: readonly Word[], noun: number): boolean {
  const whole = words[words[noun]?.head ?? -1]
  return (
    isRelation(words[noun]?.relation ?? '', 'nmod') &&
    /^(?:some|most|many|much|one|two|three|four|five|none|few|several|each|half|either|neither|any|part|majority|number|third|quarter|rest|\d+)$/i.test(
      whole?.text ?? '',
    )
  )
}

/** How many words a sentence has, marks not counted. */
export function lengthOf(words: readonly Word[]): number {
  return words.filter((word) => word.upos !== 'PUNCT').length
}

/** Whether the whole run hangs together below one word. */
export function isOneTree(words: readonly Word[], span: TokenSpan, top: number): boolean {
  for (let at = span.start; at < span.end; at += 1)
    if (words[at]?.upos !== 'PUNCT' && !isBelow(words, at, top)) return false
  return true
}

/** The same as a reader will count them: "on Wednesday" becomes "on Wednesday 14 September". */
export function lengthOnPage(words: readonly Word[]): number {
  const days = words.filter(
    (word, at) =>
      /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i.test(word.text) && !/^\d+$/.test(words[at + 1]?.text ?? ''),
  )
  return lengthOf(words) + 2 * days.length
}

/**
 * "The museum, which bought the painting, will return it", "police, who arrested two men, have released them": whether "it",
 * "they" or "them" behind an insertion may mean a thing that is named inside it. "The company, which makes cars, said it would
 * close" is left: what a body says is most often of itself.
 */
export function meansInserted(
  words: readonly Word[],
  inserted: { readonly start: number; readonly end: number },
): boolean {
  const at = words.findIndex(
    (word, index) =>
      index >= inserted.end && /^(?:it|they|them)$/i.test(word.text) && !isRelation(word.relation, 'expl'),
  )
  const pronoun = words[at]
  if (pronoun === undefined) return false
  const between = words.slice(inserted.end, at)
  const several = /^th/i.test(pronoun.text)
  if (between.some((word) => word.upos === 'NOUN' && /^NNS$/.test(word.xpos) === several)) return false
  if (isRelation(pronoun.relation, 'nsubj') && between.some((word) => ownClaims.test(word.lemma))) return false
  return words
    .slice(inserted.start, inserted.end)
    .some((word) => word.upos === 'NOUN' && /^NNS$/.test(word.xpos) === several)
}

const ownClaims = /^(?:say|tell|announce|deny|confirm|admit|warn|add|claim|plan|hope|expect|want|promise|insist)$/
