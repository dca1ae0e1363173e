import type { Word } from '../../language/analysis.ts'
import { chunkBefore, chunkFrom, finiteVerbAt, type NounChunk, subjectFrom } from '../../language/chunks.ts'
import { isDefinite, isTold, mayStandAlone } from '../../language/insertions.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { isReporting } from '../../language/reporting.ts'
import { childrenBy, rootOf } from '../../language/tree.ts'
import { isInnerNoun, isPersonLike } from './marked-relative.ts'

/** How a relative clause opens. */
export interface Link {
  /** The relative word. */
  readonly word: number
  /** One past it. */
  readonly end: number
  readonly lead: 'none' | 'preposition'
}

/** "which", "of which", "to which", "where", "whose leader, Ann Lee,". */
export function linkAt(words: readonly Word[], start: number): Link | undefined {
  const first = words[start]?.text.toLowerCase() ?? ''
  if (/^(?:who|which|where)$/.test(first)) return { word: start, end: start + 1, lead: 'none' }
  if (first === 'whose') return ownedWithName(words, start)
  return /^(?:of|to|for|in|on|under|during|at|from|through)$/.test(first) &&
    /^(?:which|whom)$/i.test(words[start + 1]?.text ?? '')
    ? { word: start + 1, end: start + 2, lead: 'preposition' }
    : undefined
}

/** "whose leader, Radek Stolar, was convicted": what is owned has a name between two commas. */
function ownedWithName(words: readonly Word[], start: number): Link | undefined {
  const owned = chunkFrom(words, start + 1)
  if (owned === undefined || words[owned.end]?.text !== ',') return undefined
  const close = words.findIndex((word, at) => at > owned.end && word.text === ',')
  return close > 0 && close - owned.end < 8 && finiteVerbAt(words, close + 1) !== undefined
    ? { word: start, end: close + 1, lead: 'none' }
    : undefined
}

/** One past the noun phrase before the mark; "on Tuesday night", "last year" and "in 2022" may stand between. */
function behindNoun(words: readonly Word[], open: number): number {
  let at = open
  for (let more = 0; more < 2; more += 1) {
    if (/^(?:19|20)\d\d$/.test(words[at - 1]?.text ?? '') && /^(?:in|since)$/i.test(words[at - 2]?.text ?? '')) at -= 2
    const time = chunkBefore(words, at)
    if (time === undefined || !isOfClass(words[time.head]?.lemma ?? '', 'time')) break
    const before = words[time.start - 1]?.text ?? ''
    if (/^(?:on|in|at|this|last)$/i.test(before)) at = time.start - 1
    else if (/^(?:last|next|this|earlier)$/i.test(words[time.start]?.text ?? '')) at = time.start
    else break
  }
  return at
}

/** The one noun before the mark that can be meant. */
export function hostOf(words: readonly Word[], open: number, link: Link): number | undefined {
  const near = nearestNoun(words, open)
  if (near === undefined || words[near.head]?.upos === 'PRON' || isInnerNoun(words, near, open)) return undefined
  const relative = words[link.word]?.text.toLowerCase() ?? ''
  const verb = words[tensed(words, link) ?? -1]
  const fits = (at: number): boolean => {
    const word = words[at]
    if (word === undefined || isMeasure(word)) return false
    if (relative === 'which' && isOfClass(word.lemma, 'person')) return false
    if (/^wh?o/.test(relative) && !isPersonLike(word)) return false
    const plural = isMany(words, at)
    if (link.lead === 'preposition' || verb === undefined) return true
    if (isSingular(verb)) return !plural
    return verb.text === 'were' || verb.xpos === 'VBP' ? plural : true
  }
  if (!fits(near.head)) return undefined
  const isNamed = words[near.head]?.upos === 'PROPN'
  const joint = words[near.start - 1]?.text.toLowerCase() ?? ''
  // "the state and the firm Corrigan, which runs two mines": of two, one that "runs" is the last; "the leader, Ann Lee, who".
  const isLast = joint === 'and' && isNamed && verb !== undefined && isSingular(verb) && link.lead === 'none'
  const isWho =
    joint === ',' && isNamed && relative === 'who' && /^(?:NOUN|PROPN)$/.test(words[near.start - 2]?.upos ?? '')
  if (/^(?:and|or|,)$/.test(joint) && !isLast && !isWho) return undefined
  const isCounted = words[open + 1]?.text.toLowerCase() === 'of' && isMany(words, near.head)
  const other = words[near.start - 1]?.upos === 'ADP' ? chunkBefore(words, near.start - 1) : undefined
  const isRival = other !== undefined && !isMeasure(words[other.head]) && fits(other.head)
  // "14 of the 20 lines, of which two": of the 14 or of the 20?
  if (joint === 'of' && /^(?:NUM|DET|ADJ)$/.test(words[near.start - 2]?.upos ?? '') && link.lead !== 'none')
    return undefined
  if (isRival && !isCounted && !isNamed && !isHungOn(words, link, near.head)) return undefined
  if (isNamed && other !== undefined && words[other.head]?.upos === 'PROPN') return undefined
  // "a hospital in Athens, to which she had been flown": on the way to one it is to both; "a final in Doha, for which".
  if (isNamed && /^(?:in|at|on)$/.test(joint) && link.lead !== 'none') {
    const isOnTheWay = words.slice(link.end, link.end + 6).some((word) => ways.test(word.lemma))
    if (!isOnTheWay || words[open + 1]?.text !== 'to') return undefined
  }
  // "much of New South Wales, where": a place is there, whatever is told of it.
  if (relative === 'where') return isNamed ? near.head : undefined
  if (childrenBy(words, near.head, 'nmod:poss').length > 0) return near.head
  if (isCounted && isDefinite(words, near.head)) return near.head
  return mayStandAlone(words, near.head) && (isDefinite(words, near.head) || isTold(words, rootOf(words)))
    ? near.head
    : undefined
}

/** The noun phrase before the mark; for "20 lines in the north of the country, of which two" the things that are counted. */
function nearestNoun(words: readonly Word[], open: number): NounChunk | undefined {
  const last = chunkBefore(words, behindNoun(words, open))
  // "a fine of 300 million euros, which"
  if (last !== undefined && isMeasure(words[last.head]) && words[last.start - 1]?.text === 'of')
    return chunkBefore(words, last.start - 1)
  if (last === undefined || words[open + 1]?.text.toLowerCase() !== 'of') return last
  let at: NounChunk | undefined = last
  for (let step = 0; step < 3 && at !== undefined && !isMany(words, at.head); step += 1)
    at = words[at.start - 1]?.upos === 'ADP' ? chunkBefore(words, at.start - 1) : undefined
  return at
}

const ways = /^(?:fly|take|travel|move|go|bring|send|return|flee|drive|rush|ship|walk|carry)$/

/** "300 million euros", "4 per cent", "a third": how much there is of a thing. */
function isMeasure(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    (word.upos === 'SYM' ||
      word.upos === 'NUM' ||
      word.text === '%' ||
      isOfClass(word.lemma, 'time') ||
      /^(?:dollar|euro|pound|yen|cent|percent|tonne|kilometre|mile|metre|hectare|kilo|litre|million|billion)$/.test(
        word.lemma,
      ) ||
      amounts.test(word.lemma))
  )
}

function isSingular(verb: Word): boolean {
  return verb.text === 'was' || verb.xpos === 'VBZ'
}

export const amounts = /^(?:cent|percent|half|third|quarter|number|part|rest|most|amount|majority)$/

function isMany(words: readonly Word[], at: number): boolean {
  // "The works, which was founded in 1871, has": one thing, whatever its ending.
  const next =
    words[at + 1]?.text === ',' && /^which$/i.test(words[at + 2]?.text ?? '') ? finiteVerbAt(words, at + 3) : undefined
  if (next !== undefined && isSingular(words[next] as Word)) return false
  return /^NNP?S$/.test(words[at]?.xpos ?? '') || childrenBy(words, at, 'conj').length > 0
}

/** Whether the reader is sure that the clause hangs on this noun. */
function isHungOn(words: readonly Word[], link: Link, noun: number): boolean {
  return words.some(
    (word, at) => at > link.word && word.head === noun && word.relation === 'acl:relcl' && word.confidence.arc > 0.6,
  )
}

/** The verb whose number tells which noun is meant: its own, or the one behind "lawyers say". */
function tensed(words: readonly Word[], link: Link): number | undefined {
  const own = finiteVerbAt(words, link.end) ?? finiteVerbAt(words, timeEnd(words, link.end))
  if (own !== undefined) return own
  const subject = subjectFrom(words, link.end)
  const said = subject === undefined ? undefined : finiteVerbAt(words, subject.end)
  return said !== undefined && isReporting(words[said]?.lemma ?? '') ? finiteVerbAt(words, said + 1) : undefined
}

/** One past "last year", "in 2020", "at first", "in most cases" at `start`; `start` where none stands there. */
export function timeEnd(words: readonly Word[], start: number): number {
  const text = (step: number): string => words[start + step]?.text.toLowerCase() ?? ''
  if (/^(?:last|this)$/.test(text(0)) && isOfClass(words[start + 1]?.lemma ?? '', 'time')) return start + 2
  if (text(0) === 'in' && /^(?:19|20)\d\d$/.test(text(1))) return start + 2
  if (/^at (?:first|present)$|^so far$/.test(`${text(0)} ${text(1)}`)) return start + 2
  return text(0) === 'in' && /^(?:most|many|some|all)$/.test(text(1)) && text(2) === 'cases' ? start + 3 : start
}
