import type { Word } from './analysis.ts'
import { finiteVerbAt, mainStart, type NounChunk, opensClause, subjectFrom } from './chunks.ts'
import { bodyEnd } from './clause-parts.ts'
import { isFiniteVerb } from './tree.ts'

/*
 * "A because B", "A, as B", "A when B": a clause at the end that tells when or why, as word classes and marks show it. In a long
 * sentence the tree hangs such a clause on any verb before it; "This was because B" is true whichever it was.
 */

/** The verb with its helpers: "has been closed", "was crossing", "would not return". */
export interface VerbGroup {
  /** The word that carries the tense. */
  readonly finite: number
  /** The word that carries the meaning. */
  readonly head: number
  readonly time: 'past' | 'pluperfect' | 'present' | 'perfect' | 'modal'
  readonly isProgressive: boolean
  readonly isPassive: boolean
  readonly isNegated: boolean
  /** Nothing but "be" or "have": "was ill", "had no time". */
  readonly isState: boolean
}

/** A subject and its verb, whatever stands between them. */
export interface ClauseStart {
  readonly subject: NounChunk
  readonly verb: number
}

export interface TailClause {
  /** The word that opens it; the comma before it does not count. */
  readonly at: number
  readonly link: string
  readonly hasComma: boolean
  readonly main: ClauseStart
  readonly group: VerbGroup
  readonly own: ClauseStart
  readonly ownGroup: VerbGroup
  readonly end: number
}

/** The first clause behind the main verb that one of `links` opens, if nothing else opens a clause before it. */
export function tailClauseOf(words: readonly Word[], links: RegExp): TailClause | undefined {
  if (words.some((word, at) => /^(?:[?;:()]|--?|–|—)$/u.test(word.text) && !isHyphen(words, at))) return undefined
  const end = bodyEnd(words)
  for (let at = 2; at < end - 3; at += 1) {
    const link = words[at]?.text.toLowerCase() ?? ''
    if (!links.test(link) || !/^(?:ADP|SCONJ|ADV)$/.test(words[at]?.upos ?? '')) continue
    const own = clauseStartAt(words, at + 1) ?? (/^(?:after|since)$/.test(link) ? readAsPast(words, at + 1) : undefined)
    if (own === undefined || own.verb >= end) continue
    const main = mainStart(words, at) ?? clauseStartAt(words, 0)
    if (main === undefined || main.verb >= at || isLeaning(words, main.subject.head)) return undefined
    if (
      opensClause(words, 0, main.subject.start) ||
      opensClause(words, main.verb, at) ||
      marksIn(words, 0, at) % 2 === 1
    )
      return undefined
    const hasComma = words[at - 1 - shareBefore(words, at)]?.text === ','
    const group = verbGroupOf(words, main, false)
    const ownGroup = verbGroupOf(words, own, group.time === 'past')
    // "were killed when the bus left the road and fell": the dead do nothing more.
    const isDead = /^(?:kill|die|drown)$/.test(words[group.head]?.lemma ?? '')
    if (!isOneStatement(words, main.verb, at, hasComma) || !endsWithClause(words, link, own, end, isDead))
      return undefined
    return { at, link, hasComma, main, group, own, ownGroup, end }
  }
  return undefined
}

/** How many words of "partly", "in part" stand right before a link: they belong to it. */
export function shareBefore(words: readonly Word[], at: number): number {
  if (/^(?:partly|largely|mainly|mostly|simply|only)$/i.test(words[at - 1]?.text ?? '')) return 1
  return /^in part$/i.test(`${words[at - 2]?.text} ${words[at - 1]?.text}`) ? 2 : 0
}

/** The subject at `start` and its verb: "a coach taking pupils home was", "its owner, the Dutch group Velmar, stopped". */
export function clauseStartAt(words: readonly Word[], start: number): ClauseStart | undefined {
  const first = subjectFrom(words, start)
  if (first === undefined) return undefined
  const subject = withSecond(words, first)
  const verb = finiteVerbAt(words, subject.end)
  if (verb !== undefined) return { subject, verb }
  const next = words[subject.end]
  if (next?.text === ',') {
    const close = words.findIndex((word, at) => at > subject.end && word.text === ',')
    if (close < 0 || close > subject.end + 9 || words.slice(subject.end, close).some(isFiniteVerb)) return undefined
    const behind = finiteVerbAt(words, close + 1)
    return behind === undefined ? undefined : { subject, verb: behind }
  }
  const isRelative =
    /^(?:who|that|which)$/i.test(next?.text ?? '') && finiteVerbAt(words, subject.end + 1) !== undefined
  if (isRelative) return relativeThenVerb(words, subject)
  if (next === undefined || !/^(?:VBG|VBN)$/.test(next.xpos)) return undefined
  const second = words.findIndex((word, at) => at > subject.end && isFiniteVerb(word))
  const between = words.slice(subject.end, second)
  if (second < 0 || between.length > 12 || between.some((word) => /^(?:PRON|SCONJ|CCONJ|PUNCT)$/.test(word.upos)))
    return undefined
  return { subject, verb: second }
}

/** "Tajik and Kyrgyz troops": the subject with what "and" joins to it. */
function withSecond(words: readonly Word[], first: NounChunk): NounChunk {
  let { end } = first
  for (let more = 0; more < 2 && /^(?:and|or)$/i.test(words[end]?.text ?? ''); more += 1) {
    const second = subjectFrom(words, end + 1)
    if (second === undefined) break
    end = second.end
  }
  return { ...first, end }
}

/** "those who had not left by midday should": the second verb with a tense, where only a helper can be meant. */
function relativeThenVerb(words: readonly Word[], subject: NounChunk): ClauseStart | undefined {
  const own = finiteVerbAt(words, subject.end + 1) ?? subject.end
  const verb = words.findIndex((word, at) => at > own && isFiniteVerb(word))
  const between = words.slice(own + 1, verb)
  return verb < 0 ||
    words[verb]?.upos !== 'AUX' ||
    between.length > 12 ||
    between.some((word, at) => /^(?:PRON|SCONJ|CCONJ|PUNCT)$/.test(word.upos) && !isObject(words, own + 1 + at))
    ? undefined
    : { subject, verb }
}

/** "people who live below it": a pronoun that begins no clause. */
function isObject(words: readonly Word[], at: number): boolean {
  return /^(?:it|them|him|her|us|me)$/i.test(words[at]?.text ?? '') && /^(?:ADP|VERB)$/.test(words[at - 1]?.upos ?? '')
}

/** "This happened when …", "Then A": what was parted before. */
function isLeaning(words: readonly Word[], subject: number): boolean {
  return (
    /^(?:this|that|which|what)$/i.test(words[subject]?.text ?? '') ||
    /^(?:then|since)$/i.test(words[0]?.text ?? '') ||
    /^at the time$/i.test(
      words
        .slice(0, 3)
        .map((word) => word.text)
        .join(' '),
    )
  )
}

/** "after a fire burned through the hills": behind "after" a noun with a participle reads on just as well. */
function readAsPast(words: readonly Word[], start: number): ClauseStart | undefined {
  const subject = subjectFrom(words, start)
  if (subject === undefined) return undefined
  const comma = words.findIndex((word, at) => at > subject.end && word.text === ',')
  const verb = words[subject.end]?.text === ',' && comma > 0 && comma < subject.end + 9 ? comma + 1 : subject.end
  return words[verb]?.xpos === 'VBN' && words[verb + 1]?.text !== 'by' ? { subject, verb } : undefined
}

function verbGroupOf(words: readonly Word[], { subject, verb }: ClauseStart, isBesidePast: boolean): VerbGroup {
  const group = verbGroupAt(words, verb)
  const word = words[verb]
  // "Australia beat": with one subject, a form without -s is past.
  const isPast =
    word?.xpos === 'VBN' ||
    (word?.xpos === 'VBP' &&
      /^(?:beat|put|cut|hit|set|let|shut|hurt|quit|spread|burst|cast|bid|split|read)$/.test(word.text) &&
      (isBesidePast || /^NNP?$/.test(words[subject.head]?.xpos ?? '')))
  return isPast ? { ...group, time: 'past' } : group
}

function isHyphen(words: readonly Word[], at: number): boolean {
  const isName = (word: Word | undefined): boolean => word?.upos === 'PROPN'
  return words[at]?.xpos === 'HYPH' || (words[at]?.text === '-' && isName(words[at - 1]) && isName(words[at + 1]))
}

/** Reads the helpers behind a word with a tense. */
export function verbGroupAt(words: readonly Word[], finite: number): VerbGroup {
  const first = words[finite]
  let head = finite
  let isNegated = false
  let [isProgressive, isPassive, hasHad, isPlanned] = [false, false, false, false]
  const isHelper = (at: number): boolean => /^(?:be|have|do)$/.test(words[at]?.lemma ?? '') || words[at]?.xpos === 'MD'
  for (let at = finite + 1; at < Math.min(words.length, finite + 9) && isHelper(head); at += 1) {
    const word = words[at]
    if (word === undefined) break
    if (/^(?:not|n['’]t|never)$/i.test(word.text)) isNegated = true
    if (word.upos === 'ADV' || word.upos === 'PART' || word.xpos === 'RB') continue
    if (!/^(?:VB|VBN|VBG)$/.test(word.xpos) && !(word.xpos === 'VBD' && words[head]?.lemma === 'be')) break
    const helper = words[head]?.lemma
    hasHad ||= helper === 'have' && word.xpos !== 'VB'
    // "are to vote": what is only planned.
    isPlanned ||= helper === 'be' && word.xpos === 'VB'
    isProgressive ||= helper === 'be' && word.xpos === 'VBG'
    isPassive ||= helper === 'be' && /^VB[ND]$/.test(word.xpos)
    head = at
  }
  const isPast = first?.xpos === 'VBD'
  const simple = isPast ? 'past' : 'present'
  const time = first?.xpos === 'MD' || isPlanned ? 'modal' : hasHad ? (isPast ? 'pluperfect' : 'perfect') : simple
  const isState = /^(?:be|have)$/.test(words[head]?.lemma ?? '')
  return { finite, head, time, isProgressive, isPassive, isNegated, isState }
}

/** One clause up to `at`: a second verb only behind "and", and no part behind a comma that the end could belong to. */
function isOneStatement(words: readonly Word[], verb: number, at: number, hasComma: boolean): boolean {
  const stop = hasComma ? at - 1 : at
  for (let place = verb + 1; place < stop; place += 1) {
    const word = words[place]
    const before = words[place - 1]
    if (word?.text === ',' && (!hasComma || /^(?:VBG|VBN|CC)$/.test(words[place + 1]?.xpos ?? ''))) return false
    if (!isFiniteVerb(word)) continue
    // "was hurt and went home"; "six soldiers were killed and 19 people hurt".
    const isSecond = before?.text === 'and' && word?.xpos === words[verb]?.xpos
    const and = words.findLastIndex((one, index) => index < place && one.text === 'and')
    const isCount =
      and > verb &&
      place - and < 5 &&
      words[and + 1]?.upos === 'NUM' &&
      /^(?:kill|injure|hurt|wound|die|drown|rescue|be)$/.test(word?.lemma ?? '')
    if (!isSecond && !isCount) return false
  }
  return true
}

/** Whether nothing behind the clause's verb may belong to the main clause again. */
function endsWithClause(
  words: readonly Word[],
  link: string,
  { subject, verb }: ClauseStart,
  end: number,
  isDead: boolean,
): boolean {
  if (!isDead && mayGoBack(words, subject.head, verb, end)) return false
  const isPast = words[verb]?.xpos === 'VBD'
  for (let at = verb + 1; at < end; at += 1) {
    const [word, next] = [words[at], words[at + 1]]
    const text = word?.text.toLowerCase() ?? ''
    if (
      text === ',' &&
      (isFiniteVerb(next) ||
        /^(?:and|but|so|yet|or|before|after|when|as|while|until|because|although|though)$/i.test(next?.text ?? ''))
    )
      return false
    // "protected it after it was almost lost but here, too, …", "faster when they heard birds than when they heard cars"
    if (text === 'but' || (text === 'than' && /^(?:when|if|after|before|as|because)$/i.test(next?.text ?? '')))
      return false
    // "reacted with joy when the word came, hugging": what the first subject did; not what came of both.
    if (text === ',' && next?.xpos === 'VBG' && !results.test(next.lemma)) return false
    // "before the harvest began because it feared": the reason is that of the main clause.
    if (link !== 'because' && /^(?:because|although|though|unless|so)$/.test(text) && next?.upos !== 'ADJ') return false
    // "when he appeared in court and will return": the second verb is that of the main clause.
    if (/^(?:and|but)$/.test(text) && isFiniteVerb(next) && (next?.xpos === 'VBD') !== isPast) return false
  }
  return true
}

const results =
  /^(?:prompt|force|leave|cause|bring|send|make|kill|injure|trigger|raise|spark|affect|end|cut|threaten|damage|destroy|close|include)$/

/**
 * "shook hands before the talks began and smiled": the second verb may be that of the main clause. Where a pronoun is the
 * subject, both mean the same one.
 */
export function mayGoBack(words: readonly Word[], subject: number, verb: number, end: number): boolean {
  if (words[subject]?.upos === 'PRON') return false
  return words
    .slice(verb + 1, end)
    .some((word, at) => /^(?:and|but)$/i.test(word.text) && isFiniteVerb(words[verb + at + 2]))
}

function marksIn(words: readonly Word[], start: number, end: number): number {
  return words.slice(start, end).filter((word) => /^["“”]$/u.test(word.text)).length
}
